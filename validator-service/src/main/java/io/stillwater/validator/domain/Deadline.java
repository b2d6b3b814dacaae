package io.stillwater.validator.domain;

import java.time.Duration;
import java.time.Instant;

/** Until when results are of use to the asker. */
public final class Deadline {
  private Deadline() {}

  /**
   * The asker gives up at its deadline, so that the answer has to leave earlier.
   *
   * @param asked null where the asker sets none
   */
  public static Instant of(Instant received, Instant asked, Duration usual, Duration margin) {
    return asked == null ? received.plus(usual) : asked.minus(margin);
  }

  /** When to try again: after the delay, but not behind the deadline, which is when to give up. */
  public static Instant nextAttempt(Instant now, Duration delay, Instant deadline) {
    Instant next = now.plus(delay);
    return next.isBefore(deadline) ? next : deadline;
  }
}
