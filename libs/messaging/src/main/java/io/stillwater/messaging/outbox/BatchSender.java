package io.stillwater.messaging.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.stillwater.messaging.cloudevents.CloudEventRecords;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends rows in their order and stops at the first failure: the producer is closed there, which
 * drops whatever it had not sent, so that no later row of the failed one's key gets ahead of it.
 */
final class BatchSender implements AutoCloseable {
  private static final int CHECK_MILLIS = 100;

  private final Supplier<Producer<byte[], byte[]>> producers;
  private Producer<byte[], byte[]> producer;

  BatchSender(Supplier<Producer<byte[], byte[]>> producers) {
    this.producers = producers;
  }

  /**
   * Returns when every row is acknowledged, failed or dropped.
   *
   * @param stillLeader asked while acknowledgements are outstanding; once it says no, nothing more
   *     is sent
   */
  SentBatch send(List<OutboxRow> rows, BooleanSupplier stillLeader) throws InterruptedException {
    if (producer == null) {
      producer = producers.get();
    }
    SentBatch batch = new SentBatch(rows.size());
    for (OutboxRow row : rows) {
      send(row, batch);
    }
    while (!batch.await(CHECK_MILLIS)) {
      if (!stillLeader.getAsBoolean()) {
        close();
      }
    }
    if (batch.hasFailures()) {
      close();
    }
    return batch;
  }

  private void send(OutboxRow row, SentBatch batch) {
    if (batch.hasFailures()) {
      batch.notSent();
      return;
    }
    Producer<byte[], byte[]> current = producer;
    try {
      current.send(
          record(row),
          (metadata, failure) -> {
            if (failure == null) {
              batch.acknowledged(row);
            } else {
              batch.failed(row, failure);
              current.close(Duration.ZERO);
            }
          });
    } catch (RuntimeException e) {
      // The callback tells of failures of the record itself; here the client or the row is broken.
      batch.failed(row, e);
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  private static ProducerRecord<byte[], byte[]> record(OutboxRow row) {
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(row.id())
            .withSource(URI.create(row.source()))
            .withType(row.type())
            .withTime(row.createdAt().atOffset(ZoneOffset.UTC))
            .withData("application/json", row.data().getBytes(StandardCharsets.UTF_8));
    if (row.subject() != null) {
      event.withSubject(row.subject());
    }
    row.extensions().forEach(event::withExtension);
    CloudEvent built = event.build();
    return CloudEventRecords.binary(row.topic(), row.key(), built);
  }
}
