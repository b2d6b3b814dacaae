package io.stillwater.planner.messaging.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.planner.evidence.EvidenceMeters;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.EvidenceWriter;
import io.stillwater.planner.evidence.store.RecentRows;
import io.stillwater.planner.evidence.store.TopicOffsets;
import io.stillwater.planner.evidence.store.TopicOffsets.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Commits what records say together with how far they were read. */
@ApplicationScoped
class BatchTransaction {
  private static final Logger LOG = Logger.getLogger(BatchTransaction.class);

  private final DataSource database;
  private final EvidenceWriter writer;
  private final EvidenceMeters meters;
  private final TopicIds topics;
  private final RecentRows recent;
  private final Clock clock;

  BatchTransaction(
      DataSource database,
      EvidenceWriter writer,
      EvidenceMeters meters,
      TopicIds topics,
      RecentRows recent,
      Clock clock) {
    this.database = database;
    this.writer = writer;
    this.meters = meters;
    this.topics = topics;
    this.recent = recent;
    this.clock = clock;
  }

  /**
   * Takes the records that were not taken before.
   *
   * @param bury puts a record aside that cannot be read; may see it again after a crash
   */
  void take(
      List<ConsumerRecord<byte[], byte[]>> records,
      EvidenceSource source,
      BiConsumer<ConsumerRecord<byte[], byte[]>, String> bury) {
    while (true) {
      List<PartitionRecords> unseen = unseen(records);
      EvidenceBatch batch = new EvidenceBatch();
      List<Intake> results = read(unseen, source, bury, batch);
      batch.leaveOut(recent);
      if (commit(unseen, source, batch)) {
        batch.remember(recent);
        results.forEach(result -> meters.count(source.name(), result));
        return;
      }
      // Another replica took some of them between the look and the commit: look again.
    }
  }

  /** Leaves a record out for good. */
  void skip(ConsumerRecord<byte[], byte[]> record) {
    take(
        List.of(record), new EvidenceSource("skipped", (v, r, n, b) -> Intake.TAKEN), (r, s) -> {});
  }

  private List<PartitionRecords> unseen(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, Map<Integer, List<ConsumerRecord<byte[], byte[]>>>> byPartition = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byPartition
          .computeIfAbsent(record.topic(), topic -> new TreeMap<>())
          .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
          .add(record);
    }
    List<PartitionRecords> unseen = new ArrayList<>();
    byPartition.forEach(
        (topic, partitions) ->
            partitions.forEach((number, of) -> unseen.add(unseen(topic, number, of))));
    return unseen;
  }

  private PartitionRecords unseen(
      String topic, int number, List<ConsumerRecord<byte[], byte[]>> records) {
    PartitionRecords left = unseen(new Partition(topics.of(topic), topic, number), records);
    // All known before: a redelivery, or a topic that was made anew and starts from 0 again.
    return left.records().isEmpty() && topics.refresh(topic)
        ? unseen(new Partition(topics.of(topic), topic, number), records)
        : left;
  }

  private PartitionRecords unseen(
      Partition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    OptionalLong next = onConnection(connection -> TopicOffsets.next(connection, partition));
    long from = next.orElse(0);
    return new PartitionRecords(
        partition, next, records.stream().filter(record -> record.offset() >= from).toList());
  }

  private List<Intake> read(
      List<PartitionRecords> unseen,
      EvidenceSource source,
      BiConsumer<ConsumerRecord<byte[], byte[]>, String> bury,
      EvidenceBatch batch) {
    Instant now = clock.instant();
    List<Intake> results = new ArrayList<>();
    for (PartitionRecords partition : unseen) {
      for (ConsumerRecord<byte[], byte[]> record : partition.records()) {
        try {
          Instant received = Instant.ofEpochMilli(record.timestamp());
          results.add(source.parser().add(record.value(), received, now, batch));
        } catch (MalformedEvidenceException e) {
          bury.accept(record, e.getMessage());
        }
      }
    }
    return results;
  }

  private boolean commit(
      List<PartitionRecords> unseen, EvidenceSource source, EvidenceBatch batch) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                for (PartitionRecords partition : unseen) {
                  if (!partition.records().isEmpty() && !advance(connection, partition, source)) {
                    QuarkusTransaction.setRollbackOnly();
                    return false;
                  }
                }
                writer.add(connection, batch);
                return true;
              }
            });
  }

  private static boolean advance(
      Connection connection, PartitionRecords partition, EvidenceSource source)
      throws SQLException {
    ConsumerRecord<byte[], byte[]> first = partition.records().get(0);
    ConsumerRecord<byte[], byte[]> last = partition.records().get(partition.records().size() - 1);
    long lost = first.offset() - partition.next().orElse(first.offset());
    if (lost > 0) {
      LOG.warnf(
          "%d records of %s partition %d were gone before they were read",
          lost, first.topic(), first.partition());
      TopicOffsets.lost(connection, source.name(), Instant.ofEpochMilli(first.timestamp()), lost);
    }
    return TopicOffsets.advance(
        connection, partition.partition(), partition.next(), last.offset() + 1);
  }

  private <T> T onConnection(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the offsets of evidence cannot be read: " + e, e);
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * @param next the offset that was expected; empty where none was read
   */
  private record PartitionRecords(
      Partition partition, OptionalLong next, List<ConsumerRecord<byte[], byte[]>> records) {}
}
