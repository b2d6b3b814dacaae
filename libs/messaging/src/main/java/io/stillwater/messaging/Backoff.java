package io.stillwater.messaging;

import java.time.Duration;

/** Doubling delays between a first and a longest one. */
public record Backoff(Duration first, Duration max) {
  private static final int MAX_DOUBLINGS = 20;

  /**
   * @param failures how many attempts have failed, from 1
   */
  public Duration after(int failures) {
    Duration delay = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    return delay.compareTo(max) < 0 ? delay : max;
  }
}
