package io.stillwater.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a third-party Kafka client of a test does: send records, and read whole topics. */
public final class Events implements AutoCloseable {
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  private Events(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public static Events connect(String bootstrapServers) {
    return new Events(bootstrapServers);
  }

  /** Returns once the broker has the record. */
  public void send(EventRecord event) {
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(event.topic(), bytes(event.key()), event.value());
    event.headers().forEach((name, value) -> out.headers().add(name, bytes(value)));
    try {
      producer.send(out).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot send to " + event.topic(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending to " + event.topic(), e);
    }
  }

  /** The records of a topic now, in the order of each partition. */
  public List<ReceivedRecord> all(String topic) {
    return read(topic, records -> false, Duration.ZERO);
  }

  /** Reads the topic from its start until a record fits; fails after 60 s. */
  public ReceivedRecord await(String topic, Predicate<ReceivedRecord> wanted) {
    return await(topic, wanted, 1).get(0);
  }

  /** Reads the topic from its start until that many records fit; fails after 60 s. */
  public List<ReceivedRecord> await(String topic, Predicate<ReceivedRecord> wanted, int count) {
    List<ReceivedRecord> found =
        read(topic, records -> records.stream().filter(wanted).count() >= count, LIMIT).stream()
            .filter(wanted)
            .toList();
    if (found.size() < count) {
      throw new AssertionError(
          found.size() + " of " + count + " expected records on " + topic + " after " + LIMIT);
    }
    return found;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private List<ReceivedRecord> read(
      String topic, Predicate<List<ReceivedRecord>> enough, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    List<ReceivedRecord> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic, deadline);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(received(record)));
        if (enough.test(records)) {
          return records;
        }
        if (System.nanoTime() > deadline && isAtEnd(consumer, partitions)) {
          return records;
        }
      }
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<?, ?> consumer, String topic, long deadline) {
    do {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (!partitions.isEmpty()) {
        return partitions;
      }
    } while (System.nanoTime() < deadline);
    throw new AssertionError("There is no topic " + topic);
  }

  private static boolean isAtEnd(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static ReceivedRecord received(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return new ReceivedRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        text(record.key()),
        headers,
        record.value());
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
