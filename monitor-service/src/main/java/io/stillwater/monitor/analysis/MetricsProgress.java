package io.stillwater.monitor.analysis;

import io.smallrye.common.annotation.Identifier;
import io.stillwater.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How far the monitor, all replicas together, has read the measurements. */
@ApplicationScoped
public class MetricsProgress {
  private static final Logger LOG = Logger.getLogger(MetricsProgress.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, Object> broker;
  private final String group;
  private Admin admin;

  public MetricsProgress(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "stillwater.service") String group) {
    this.broker = new HashMap<>(broker);
    this.group = group;
  }

  /** Whether all that was sent before then is done with; false, too, when the broker is away. */
  public boolean hasRead(Instant moment) {
    try {
      Map<TopicPartition, Long> due = offsetsAt(moment);
      Map<TopicPartition, OffsetAndMetadata> done =
          get(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
      return due.entrySet().stream()
          .allMatch(each -> position(done, each.getKey()) >= each.getValue());
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf(e, "Cannot tell how far %s is read; the verdict waits", Topics.METRICS);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long position(Map<TopicPartition, OffsetAndMetadata> done, TopicPartition of) {
    OffsetAndMetadata offset = done.get(of);
    return offset == null ? 0 : offset.offset();
  }

  /** Per partition: of the first record sent then or later, else the end. */
  private Map<TopicPartition, Long> offsetsAt(Instant moment)
      throws ExecutionException, TimeoutException, InterruptedException {
    List<TopicPartition> partitions =
        get(admin().describeTopics(List.of(Topics.METRICS)).allTopicNames())
            .get(Topics.METRICS)
            .partitions()
            .stream()
            .map(info -> new TopicPartition(Topics.METRICS, info.partition()))
            .toList();
    var later = offsets(partitions, OffsetSpec.forTimestamp(moment.toEpochMilli()));
    var ends = offsets(partitions, OffsetSpec.latest());
    return partitions.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                each -> {
                  long first = later.get(each).offset();
                  return first >= 0 ? first : ends.get(each).offset();
                }));
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, TimeoutException, InterruptedException {
    return get(
        admin()
            .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, e -> which)))
            .all());
  }

  private static <T> T get(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(new HashMap<>(broker));
    }
    return admin;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
