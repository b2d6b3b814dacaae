package io.stillwater.messaging.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Sends the outbox' rows to Kafka, from one replica of a service at a time, in batches, in the
 * order of writing per key. A row that was sent but not yet marked when the relay dies is sent
 * again, with the same id, which its consumers know by then.
 */
final class Relay implements Runnable {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final RelayDatabase database;
  private final OutboxConfig config;
  private final BatchSender sender;
  private final BlockedKeys blocked = new BlockedKeys(System::nanoTime);
  private volatile boolean stopping;

  Relay(RelayDatabase database, OutboxConfig config, Supplier<Producer<byte[], byte[]>> producers) {
    this.database = database;
    this.config = config;
    this.sender = new BatchSender(producers);
  }

  /** Ends after {@link #stop()}, with what was written before it sent as far as that works. */
  @Override
  public void run() {
    try {
      while (!stopping) {
        try (RelaySession session = RelaySession.open(database)) {
          serve(session);
        } catch (SQLException e) {
          LOG.warnf("The outbox relay lost its database %s, tries again: %s", database, e);
          sleep(config.electionInterval());
        } catch (RuntimeException e) {
          LOG.error("The outbox relay failed, tries again", e);
          sleep(config.electionInterval());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sender.close();
    }
  }

  void stop() {
    stopping = true;
  }

  private void serve(RelaySession session) throws SQLException, InterruptedException {
    while (!session.elect()) {
      if (stopping) {
        return;
      }
      sleep(config.electionInterval());
    }
    LOG.debug("This replica relays the outbox now");
    sleep(config.takeoverDelay());
    while (!stopping) {
      if (!publishBatch(session)) {
        session.awaitCommit(config.pollInterval(), () -> stopping);
      }
    }
    while (publishBatch(session)) {
      LOG.debug("Sent what was left in the outbox");
    }
  }

  /** Returns whether more may be waiting. */
  private boolean publishBatch(RelaySession session) throws SQLException, InterruptedException {
    List<OutboxRow> rows =
        OutboxTable.nextBatch(
            session.connection(), blocked.now(), config.batchRows(), config.batchBytes());
    if (rows.isEmpty()) {
      return false;
    }
    SentBatch batch = sender.send(rows, session::isAlive);
    List<OutboxRow> acknowledged = batch.acknowledgedRows();
    OutboxTable.markPublished(
        session.connection(), acknowledged.stream().map(OutboxRow::position).toList());
    acknowledged.forEach(row -> blocked.succeeded(row.key()));
    if (batch.hasFailures()) {
      batch.failedKeys().forEach(blocked::failed);
      LOG.warnf(batch.firstFailure(), "Sending of %s failed, is retried", batch.failedKeys());
    }
    return true;
  }

  private static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
