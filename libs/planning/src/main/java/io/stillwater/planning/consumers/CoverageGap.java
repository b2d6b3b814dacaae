package io.stillwater.planning.consumers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time in which nothing was heard of a source.
 *
 * @param source for people, e.g. {@code trino environment production}
 * @param to exclusive
 */
public record CoverageGap(String source, Instant from, Instant to) {
  String inWords() {
    return "no events of "
        + source
        + " from "
        + from.truncatedTo(ChronoUnit.MINUTES)
        + " to "
        + to.truncatedTo(ChronoUnit.MINUTES);
  }
}
