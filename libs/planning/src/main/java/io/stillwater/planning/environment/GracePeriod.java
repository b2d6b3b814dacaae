package io.stillwater.planning.environment;

import java.time.Duration;

/** How long what is to be dropped stays readable. */
public record GracePeriod(Duration usual, Duration least, Duration most) {
  /** No environment goes below or above these. */
  public static final Duration MIN = Duration.ofDays(7);

  public static final Duration MAX = Duration.ofDays(30);
  public static final GracePeriod DEFAULT = new GracePeriod(Duration.ofDays(14), MIN, MAX);

  public boolean allows(Duration period) {
    return period.compareTo(least) >= 0 && period.compareTo(most) <= 0;
  }
}
