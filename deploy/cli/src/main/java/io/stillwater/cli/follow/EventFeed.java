package io.stillwater.cli.follow;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is said on some topics from now on. Belongs to no consumer group and leaves no trace. */
public final class EventFeed implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(15);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deque<Event<?>> waiting = new ArrayDeque<>();

  private EventFeed(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Whatever is published after this returns will be seen.
   *
   * @throws CliException when the broker does not answer
   */
  public static EventFeed fromNow(String bootstrapServers, Collection<String> topics) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) CONNECT_LIMIT.toMillis()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      // The seek is lazy: the ends are looked up here.
      partitions.forEach(consumer::position);
      return new EventFeed(consumer);
    } catch (KafkaException e) {
      consumer.close();
      throw new CliException(
          ExitCodes.ERROR,
          "The broker at %s does not answer: %s".formatted(bootstrapServers, e.getMessage()),
          e);
    }
  }

  /** The next event, empty when none came in that time. */
  public Optional<Event<?>> next(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (waiting.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return Optional.empty();
      }
      consumer
          .poll(Duration.ofNanos(left))
          .forEach(record -> EventCodec.decode(record).ifPresent(waiting::add));
    }
    return Optional.of(waiting.poll());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
