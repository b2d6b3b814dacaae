package io.stillwater.local.supervisor;

import java.time.Duration;

/**
 * How long a part that ended waits before its next start: not at all the first time, then 1 s, 2 s,
 * 4 s ... 30 s for as long as it keeps ending soon after its start.
 */
final class Backoff {
  private static final Duration LIVED_WELL = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private int quickEnds;

  Duration afterLifeOf(Duration lived) {
    quickEnds = lived.compareTo(LIVED_WELL) >= 0 ? 0 : quickEnds;
    Duration pause =
        quickEnds == 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(quickEnds - 1, 5));
    quickEnds++;
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
