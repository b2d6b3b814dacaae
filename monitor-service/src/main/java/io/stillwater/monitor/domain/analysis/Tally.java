package io.stillwater.monitor.domain.analysis;

import java.time.Instant;

/**
 * What a test has counted since the release began to have effects. All a test remembers, in bounded
 * space, so that it can be stored with each batch of samples.
 *
 * @param hits how many exceeded or failed; fractions where ratios were counted
 * @param strongest the largest evidence there ever was, which is what alarms
 * @param risingSince when the samples began to speak for harm; null while they do not
 * @param breachedAt when the newest sample was measured that completed the breach; null before
 * @param last the newest value
 */
public record Tally(
    long samples,
    double hits,
    Evidence evidence,
    double strongest,
    Instant risingSince,
    Instant breachedAt,
    Double last) {
  public static final Tally NONE = new Tally(0, 0, Evidence.NONE, 0, null, null, null);

  public boolean breached() {
    return breachedAt != null;
  }

  double rate() {
    return samples == 0 ? 0 : hits / samples;
  }
}
