package io.stillwater.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records as CloudEvents and hands them to a service's handlers, each event once. Called from
 * an {@code @Incoming @Blocking} method that is not transactional itself: claim, handler and outbox
 * rows share one transaction that is opened here.
 */
public interface EventConsumer {
  /**
   * Returns when the record is done with: handled, known already, ignored, or among the dead
   * letters. A failure that may pass (the database is away) is retried in place, so that later
   * records of the same key wait.
   *
   * @throws DrainingException when the service shuts down; the record is delivered again later
   */
  void consume(ConsumerRecord<byte[], byte[]> record, EventHandlers handlers);
}
