package io.stillwater.messaging.kafka;

import io.quarkus.runtime.StartupEvent;
import io.stillwater.events.Topics;
import io.stillwater.messaging.RecordLimits;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the contract's topics, whatever else this service consumes, and its dead-letter topics
 * where they are missing.
 */
@ApplicationScoped
public class TopicSetup {
  private static final Logger LOG = Logger.getLogger(TopicSetup.class);
  private static final Pattern CONSUMED_TOPIC =
      Pattern.compile("(mp\\.messaging\\.incoming\\.[^.]+)\\.topic");

  /** Before the channels subscribe. */
  private static final int EARLY = 10;

  private final Producers clients;
  private final KafkaSetupConfig settings;
  private final Config config;
  private final String service;

  TopicSetup(
      Producers clients,
      KafkaSetupConfig settings,
      Config config,
      @ConfigProperty(name = "stillwater.service") String service) {
    this.clients = clients;
    this.settings = settings;
    this.config = config;
    this.service = service;
  }

  void onStart(@Observes @Priority(EARLY) StartupEvent start) {
    if (settings.createTopics()) {
      createMissing();
    }
  }

  private void createMissing() {
    try (Admin admin = clients.admin()) {
      Set<String> existing = within(admin.listTopics().names());
      List<NewTopic> missing =
          wanted().stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).values().forEach((name, made) -> awaitCreated(name, made));
    }
  }

  private List<NewTopic> wanted() {
    List<NewTopic> wanted = new ArrayList<>();
    for (String topic : Topics.ALL) {
      wanted.add(topic(topic, settings.partitions(), RecordLimits.RECORD));
    }
    for (String topic : consumedTopics()) {
      if (!Topics.ALL.contains(topic)) {
        wanted.add(topic(topic, settings.partitions(), RecordLimits.FOREIGN_RECORD));
      }
      wanted.add(topic(Topics.deadLetter(topic, service), 1, RecordLimits.DEAD_LETTER));
    }
    return wanted;
  }

  private Set<String> consumedTopics() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .map(CONSUMED_TOPIC::matcher)
        .filter(Matcher::matches)
        .filter(channel -> isEnabled(channel.group(1)))
        .map(channel -> config.getValue(channel.group(), String.class))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isEnabled(String channel) {
    return config.getOptionalValue(channel + ".enabled", Boolean.class).orElse(true);
  }

  private NewTopic topic(String name, int partitions, int maxBytes) {
    return new NewTopic(
            name,
            Optional.of(partitions),
            settings.replicationFactor() < 0
                ? Optional.empty()
                : Optional.of(settings.replicationFactor()))
        .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes)));
  }

  private void awaitCreated(String name, KafkaFuture<Void> made) {
    try {
      within(made);
      LOG.infof("Made topic %s", name);
    } catch (TopicExistsException e) {
      LOG.debugf("Topic %s was made by another replica meanwhile", name);
    }
  }

  private <T> T within(KafkaFuture<T> answer) {
    try {
      return answer.get(settings.setupTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw Producers.failure(e);
    } catch (TimeoutException e) {
      throw new KafkaException(
          "No broker answered within "
              + settings.setupTimeout()
              + " while topics were set up; check kafka.bootstrap.servers",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while topics were set up", e);
    }
  }
}
