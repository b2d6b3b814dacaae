package io.stillwater.local.supervisor;

import io.stillwater.events.Topics;
import io.stillwater.local.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The contract's topics and a dead-letter topic for each service and topic. */
final class StackTopics {
  private static final Optional<Integer> PARTITIONS = Optional.of(4);
  private static final Optional<Integer> DEAD_LETTER_PARTITIONS = Optional.of(1);

  private StackTopics() {}

  /** Makes those that are missing. */
  static void create(String bootstrapServers) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      var existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          all().stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot make the topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the topics", e);
    }
  }

  private static List<NewTopic> all() {
    List<NewTopic> topics = new ArrayList<>();
    for (String topic : Topics.ALL) {
      topics.add(new NewTopic(topic, PARTITIONS, Optional.empty()));
      for (String service : Parts.SERVICES) {
        topics.add(
            new NewTopic(
                Topics.deadLetter(topic, service), DEAD_LETTER_PARTITIONS, Optional.empty()));
      }
    }
    return topics;
  }
}
