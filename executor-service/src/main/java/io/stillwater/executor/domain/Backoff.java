package io.stillwater.executor.domain;

import java.time.Duration;

/** How long to wait before the next attempt: doubled each time, up to a ceiling. */
public record Backoff(Duration first, Duration ceiling) {
  /** After the given number of attempts, 1 or more. */
  public Duration after(int attempts) {
    long factor = 1L << Math.min(attempts - 1, 20);
    Duration wait = first.multipliedBy(factor);
    return wait.compareTo(ceiling) > 0 ? ceiling : wait;
  }
}
