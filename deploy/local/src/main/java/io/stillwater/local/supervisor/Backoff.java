package io.stillwater.local.supervisor;

import java.time.Duration;

/**
 * How long a part that ended waits before its next start. One that had been ready is started again
 * at once, however often that happens; one that does not come so far waits 1 s, 2 s, 4 s ... 30 s.
 */
final class Backoff {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private int failedStarts;

  Duration afterEnd(boolean wasReady) {
    if (wasReady) {
      failedStarts = 0;
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failedStarts, 5));
    failedStarts++;
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
