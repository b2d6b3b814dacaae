package io.stillwater.messaging;

import io.stillwater.events.Event;
import java.util.Optional;

/** The event whose handler runs on this thread; what it publishes is caused by that event. */
public final class CurrentEvent {
  private static final ThreadLocal<Event<?>> CURRENT = new ThreadLocal<>();

  private CurrentEvent() {}

  public static Optional<Event<?>> get() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Runs the handler with this event as the current one. */
  public static void during(Event<?> event, Runnable handler) {
    Event<?> outer = CURRENT.get();
    CURRENT.set(event);
    try {
      handler.run();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }
}
