package io.stillwater.planner.evidence.store;

import io.stillwater.planning.consumers.CoverageGap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Finds the hours between two times in which nothing was heard. */
final class CoverageGaps {
  private static final Duration HOUR = Duration.ofHours(1);

  private CoverageGaps() {}

  /**
   * @param hours the starts of those in which something was heard
   * @param from the hour it falls in counts
   * @param to exclusive, the start of an hour
   * @param tolerated silence up to this is no gap
   */
  static List<CoverageGap> of(
      String source, SortedSet<Instant> hours, Instant from, Instant to, Duration tolerated) {
    List<CoverageGap> gaps = new ArrayList<>();
    Instant expected = from.truncatedTo(ChronoUnit.HOURS);
    for (Instant hour : hours) {
      if (hour.isBefore(to)) {
        add(gaps, source, expected, hour, tolerated);
        expected = hour.plus(HOUR);
      }
    }
    add(gaps, source, expected, to, tolerated);
    return gaps;
  }

  private static void add(
      List<CoverageGap> gaps, String source, Instant from, Instant to, Duration tolerated) {
    if (from.isBefore(to) && Duration.between(from, to).compareTo(tolerated) > 0) {
      gaps.add(new CoverageGap(source, from, to));
    }
  }
}
