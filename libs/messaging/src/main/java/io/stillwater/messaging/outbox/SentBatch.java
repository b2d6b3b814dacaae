package io.stillwater.messaging.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.ApiException;

/**
 * What became of the rows of one batch. Rows that were neither acknowledged nor failed for a reason
 * of their own (the producer was closed before their turn) simply wait for the next batch.
 */
final class SentBatch {
  private final List<OutboxRow> acknowledged = new ArrayList<>();
  private final Set<String> failedKeys = new HashSet<>();
  private final CountDownLatch open;
  private Exception firstFailure;

  SentBatch(int rows) {
    this.open = new CountDownLatch(rows);
  }

  synchronized void acknowledged(OutboxRow row) {
    acknowledged.add(row);
    open.countDown();
  }

  synchronized void failed(OutboxRow row, Exception cause) {
    if (firstFailure == null) {
      firstFailure = cause;
    }
    // Forced closing fails the remaining rows with a plain KafkaException.
    if (firstFailure == cause || cause instanceof ApiException) {
      failedKeys.add(row.key());
    }
    open.countDown();
  }

  void notSent() {
    open.countDown();
  }

  synchronized boolean hasFailures() {
    return firstFailure != null;
  }

  synchronized Exception firstFailure() {
    return firstFailure;
  }

  synchronized List<OutboxRow> acknowledgedRows() {
    return List.copyOf(acknowledged);
  }

  synchronized Set<String> failedKeys() {
    return Set.copyOf(failedKeys);
  }

  boolean await(long millis) throws InterruptedException {
    return open.await(millis, TimeUnit.MILLISECONDS);
  }
}
