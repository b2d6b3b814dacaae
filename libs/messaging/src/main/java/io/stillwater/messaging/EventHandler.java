package io.stillwater.messaging;

import io.stillwater.events.Event;

/**
 * What a service does with one event. Called inside the transaction that claims the event, in
 * milliseconds: long work is written down as rows and done elsewhere.
 */
@FunctionalInterface
public interface EventHandler<T> {
  /**
   * @throws PoisonEventException when this event can never be handled; it goes to the dead letters
   */
  void handle(Event<T> event);
}
