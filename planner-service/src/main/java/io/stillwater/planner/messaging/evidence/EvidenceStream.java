package io.stillwater.planner.messaging.evidence;

import io.stillwater.messaging.Backoff;
import io.stillwater.messaging.DrainingException;
import io.stillwater.messaging.deadletter.DeadLetters;
import io.stillwater.messaging.drain.InFlight;
import io.stillwater.planner.evidence.EvidenceMeters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Takes batches of records in, each record once: what they say and how far they were read is
 * committed together. What cannot be read becomes a dead letter, and the stream goes on.
 */
@ApplicationScoped
class EvidenceStream {
  private static final Logger LOG = Logger.getLogger(EvidenceStream.class);

  /** SQLSTATE classes that the same records will always meet. */
  private static final Set<String> PERMANENT = Set.of("21", "22", "23");

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final BatchTransaction transaction;
  private final DeadLetters deadLetters;
  private final InFlight inFlight;
  private final EvidenceMeters meters;

  EvidenceStream(
      BatchTransaction transaction,
      DeadLetters deadLetters,
      InFlight inFlight,
      EvidenceMeters meters) {
    this.transaction = transaction;
    this.deadLetters = deadLetters;
    this.inFlight = inFlight;
    this.meters = meters;
  }

  /**
   * Returns when all records are done with.
   *
   * @throws DrainingException when the service shuts down; the records are delivered again later
   */
  void consume(List<ConsumerRecord<byte[], byte[]>> records, EvidenceSource source) {
    inFlight.enter();
    try {
      take(records, source);
    } finally {
      inFlight.leave();
    }
  }

  private void take(List<ConsumerRecord<byte[], byte[]>> records, EvidenceSource source) {
    for (int failures = 1; !records.isEmpty(); failures++) {
      try {
        transaction.take(records, source, (record, reason) -> bury(record, reason, source));
        return;
      } catch (DrainingException e) {
        throw e;
      } catch (RuntimeException e) {
        if (isPermanent(e)) {
          takeApart(records, source, e);
          return;
        }
        LOG.warnf(
            e,
            "%d records of %s failed (%d), are retried",
            records.size(),
            source.name(),
            failures);
        inFlight.pause(BACKOFF.after(failures));
      }
    }
  }

  /** Finds the record that the database refuses, and takes the others. */
  private void takeApart(
      List<ConsumerRecord<byte[], byte[]>> records, EvidenceSource source, RuntimeException cause) {
    if (records.size() == 1) {
      bury(records.get(0), "the record cannot be stored: " + cause.getMessage(), source);
      transaction.skip(records.get(0));
      return;
    }
    int middle = records.size() / 2;
    take(records.subList(0, middle), source);
    take(records.subList(middle, records.size()), source);
  }

  private void bury(ConsumerRecord<byte[], byte[]> record, String reason, EvidenceSource source) {
    for (int failures = 1; ; failures++) {
      try {
        deadLetters.send(record, reason);
        meters.malformed(source.name());
        return;
      } catch (KafkaException e) {
        LOG.warnf(e, "dead letter of %s not accepted (%d), is retried", source.name(), failures);
        inFlight.pause(BACKOFF.after(failures));
      }
    }
  }

  private static boolean isPermanent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return PERMANENT.stream().anyMatch(sql.getSQLState()::startsWith);
      }
    }
    return false;
  }
}
