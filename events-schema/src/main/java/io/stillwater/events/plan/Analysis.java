package io.stillwater.events.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the release is watched.
 *
 * @param soak how long the last phase lasts
 * @param metrics none: the release soaks by time alone and its history says "not observed"
 * @param onBreach rollback or pause
 * @param onInconclusive pause or complete
 */
public record Analysis(
    Duration soak, List<MetricRule> metrics, String onBreach, String onInconclusive) {
  public Analysis {
    metrics = Plan.copy(metrics);
  }

  /**
   * One watched metric.
   *
   * @param component or {@code table}: whose samples are judged
   * @param percentiles 0..100, for distributions
   * @param maxIncrease ratio to the time before, 0.2 is 20 %
   * @param max the absolute limit in the metric's unit: a ratio or milliseconds
   * @param labels samples that carry all of these
   */
  public record MetricRule(
      String metric,
      String component,
      String table,
      List<Integer> percentiles,
      Double maxIncrease,
      Double max,
      Integer minSamples,
      Map<String, String> labels) {
    public MetricRule {
      percentiles = Plan.copy(percentiles);
      labels = Plan.copy(labels);
    }
  }
}
