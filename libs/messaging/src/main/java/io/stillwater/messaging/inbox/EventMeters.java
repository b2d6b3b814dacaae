package io.stillwater.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.stillwater.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what becomes of the records; tags name types, topics and reasons, never ids. */
@ApplicationScoped
public class EventMeters {
  private final MeterRegistry registry;

  EventMeters(MeterRegistry registry) {
    this.registry = registry;
    registry.counter("stillwater.inbox.duplicates");
  }

  void handled(EventType<?> type) {
    registry.counter("stillwater.events.handled", "type", type.shortName()).increment();
  }

  void duplicate() {
    registry.counter("stillwater.inbox.duplicates").increment();
  }

  void ignored(IgnoredBecause reason) {
    registry.counter("stillwater.events.ignored", "reason", reason.tag()).increment();
  }

  void deadLetter(String topic) {
    registry.counter("stillwater.dead.letters", "topic", topic).increment();
  }
}
