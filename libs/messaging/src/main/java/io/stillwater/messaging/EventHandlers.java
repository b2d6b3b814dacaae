package io.stillwater.messaging;

import io.stillwater.events.Event;
import io.stillwater.events.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The event types a service consumes on a channel, each with its handler; others are ignored. */
public final class EventHandlers {
  private final Map<EventType<?>, EventHandler<?>> handlers;

  private EventHandlers(Map<EventType<?>, EventHandler<?>> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Set<EventType<?>> types() {
    return handlers.keySet();
  }

  public boolean handles(EventType<?> type) {
    return handlers.containsKey(type);
  }

  /**
   * @throws IllegalArgumentException when no handler is registered for the event's type
   */
  public <T> void handle(Event<T> event) {
    // Sound: the builder ties each type to a handler of the same data class.
    @SuppressWarnings("unchecked")
    EventHandler<T> handler = (EventHandler<T>) handlers.get(event.type());
    if (handler == null) {
      throw new IllegalArgumentException("No handler for " + event.type());
    }
    handler.handle(event);
  }

  /** Collects handlers; a type can have one only. */
  public static final class Builder {
    private final Map<EventType<?>, EventHandler<?>> handlers = new HashMap<>();

    private Builder() {}

    public <T> Builder on(EventType<T> type, EventHandler<T> handler) {
      if (handlers.putIfAbsent(type, handler) != null) {
        throw new IllegalArgumentException("Two handlers for " + type + "; register one");
      }
      return this;
    }

    /** One handler for several types that share a data record, e.g. all commands. */
    public <T> Builder on(Collection<EventType<T>> types, EventHandler<T> handler) {
      types.forEach(type -> on(type, handler));
      return this;
    }

    public EventHandlers build() {
      return new EventHandlers(handlers);
    }
  }
}
