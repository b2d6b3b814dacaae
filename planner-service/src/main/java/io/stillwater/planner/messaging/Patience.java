package io.stillwater.planner.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * For how long an event that fails for an outer reason is tried again. Counted from its first
 * failure in this process; a restart starts the count anew, so the bound is one per life.
 */
final class Patience {
  private final Duration limit;
  private final Clock clock;
  private final ConcurrentMap<String, Instant> firstFailures = new ConcurrentHashMap<>();

  Patience(Duration limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Notes a failure; true once the event has failed for longer than the limit. */
  boolean isExhausted(String event) {
    Instant first = firstFailures.computeIfAbsent(event, key -> clock.instant());
    return !clock.instant().isBefore(first.plus(limit));
  }

  void forget(String event) {
    firstFailures.remove(event);
  }
}
