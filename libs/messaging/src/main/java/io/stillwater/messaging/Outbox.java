package io.stillwater.messaging;

/**
 * Where a service leaves the events it has to send. The row is written in the caller's transaction,
 * so an event goes out if and only if the change it tells of was committed; the relay sends it soon
 * after the commit, in the order of publishing per key, at least once and always with the same id.
 */
public interface Outbox {
  /**
   * Adds the event to the current transaction. An id that is still in the outbox is not added
   * again.
   *
   * @throws IllegalStateException when no transaction is active
   * @throws IllegalArgumentException when the data is larger than a record may be (1 MiB)
   */
  void publish(OutgoingEvent<?> event);
}
