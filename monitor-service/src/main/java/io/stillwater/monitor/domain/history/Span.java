package io.stillwater.monitor.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From when to when; either end may be unknown yet. */
public record Span(Instant from, Instant to) {
  /** Where both ends are unknown: nothing has begun. */
  public static final Span NOT_BEGUN = new Span(null, null);

  /** Until its end, or until {@code now} while it lasts; null before it has begun. */
  public Duration duration(Instant now) {
    if (from == null) {
      return null;
    }
    Duration length = Duration.between(from, to == null ? now : to);
    return length.isNegative() ? Duration.ZERO : length.truncatedTo(ChronoUnit.MILLIS);
  }
}
