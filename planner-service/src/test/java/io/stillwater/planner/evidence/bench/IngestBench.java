package io.stillwater.planner.evidence.bench;

import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.TestDatabase;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.EvidenceWriter;
import io.stillwater.planner.evidence.store.RecentRows;
import io.stillwater.planner.evidence.store.TopicOffsets;
import io.stillwater.planner.evidence.store.TopicOffsets.Partition;
import io.stillwater.planner.evidence.trino.QueryEventsForBench;
import io.stillwater.testing.SharedParts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** From the broker's log to committed rows, as the service does it, in one thread. */
final class IngestBench {
  private static final String TOPIC = "bench.query-completed";

  private final TestDatabase database;
  private final String bootstrap = SharedParts.get().bootstrapServers();
  private final EvidenceWriter writer = new EvidenceWriter();
  private final RecentRows recent = new RecentRows();
  private long bytes;

  IngestBench(TestDatabase database) {
    this.database = database;
  }

  /**
   * @param microsOfProcess CPU time per event of the ingesting process, compiler and garbage
   *     collection included: what a machine that is busy with other things does not change
   * @param microsOfDatabase the same of all of PostgreSQL's processes
   */
  record Result(
      double eventsPerSecond,
      double microsOfProcess,
      double microsOfDatabase,
      double bytesPerEvent,
      double rows) {}

  Result measure(int events) throws SQLException, ExecutionException, InterruptedException {
    produce(events);
    CpuTime cpu = CpuTime.of(database);
    double seconds;
    CpuTime.Spent spent;
    try (Connection connection = database.connect()) {
      CpuTime.Spent before = cpu.spent();
      long start = System.nanoTime();
      ingest(events, connection);
      seconds = (System.nanoTime() - start) / 1e9;
      spent = cpu.spent().minus(before);
    }
    return new Result(
        events / seconds,
        spent.process().toNanos() / 1e3 / events,
        spent.database().toNanos() / 1e3 / events,
        (double) bytes / events,
        rows());
  }

  private void produce(int events) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    GeneratedEvents generated = new GeneratedEvents(Instant.now().minusSeconds(600));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "batch.size", 1_000_000, "linger.ms", 50),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < events; i++) {
        byte[] event = generated.next();
        bytes += event.length;
        producer.send(new ProducerRecord<>(TOPIC, 0, null, event));
      }
    }
  }

  private void ingest(int events, Connection connection) throws SQLException {
    QueryEventsForBench parser = new QueryEventsForBench(new FixedEvidenceConfig(Map.of()));
    Map<TopicPartition, Long> next = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "max.poll.records",
                2_000,
                "fetch.max.bytes",
                8_388_608,
                "max.partition.fetch.bytes",
                8_388_608),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      connection.setAutoCommit(false);
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      for (int left = events; left > 0; ) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
        if (!records.isEmpty()) {
          commit(connection, parser, records.records(partition), next);
          left -= records.count();
        }
      }
    }
  }

  private void commit(
      Connection connection,
      QueryEventsForBench parser,
      List<ConsumerRecord<byte[], byte[]>> records,
      Map<TopicPartition, Long> next)
      throws SQLException {
    EvidenceBatch batch = new EvidenceBatch();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      parser.add(record.value(), Instant.now(), batch);
    }
    Partition partition = new Partition("bench", TOPIC, 0);
    TopicPartition key = new TopicPartition(TOPIC, 0);
    Long expected = next.get(key);
    long last = records.get(records.size() - 1).offset() + 1;
    TopicOffsets.advance(
        connection,
        partition,
        expected == null ? OptionalLong.empty() : OptionalLong.of(expected),
        last);
    batch.leaveOut(recent);
    writer.add(connection, batch);
    connection.commit();
    batch.remember(recent);
    next.put(key, last);
  }

  private double rows() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM evidence_use")) {
      row.next();
      return row.getDouble(1);
    }
  }
}
