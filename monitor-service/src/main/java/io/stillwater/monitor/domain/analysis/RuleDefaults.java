package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.plan.Analysis.MetricRule;
import java.util.List;

/** What holds where a rule leaves something open. */
final class RuleDefaults {
  static final double MAX_INCREASE = 0.2;
  static final int MEDIAN = 50;

  /** Bound of the failure rate where neither a limit nor anything before the release is known. */
  static final double MAX_ERROR_RATE = 0.01;

  /**
   * One person's mistakes come in bursts, so a few of them in a row are no sign of a column that is
   * gone, which makes every query of it fail.
   */
  static final double USER_ERROR_FLOOR = 0.05;

  private static final String QUERY_LATENCY = "query_latency";
  private static final int LATENCY_SAMPLES = 30;

  /** Fewer say nothing, whatever they say. */
  private static final int FEWEST_SAMPLES = 5;

  private RuleDefaults() {}

  static boolean isErrorRate(MetricRule rule) {
    return Observation.ERROR_RATE.equals(rule.metric());
  }

  /** p99 of query latency, else the median. */
  static List<Integer> percentiles(MetricRule rule) {
    if (!rule.percentiles().isEmpty()) {
      return rule.percentiles().stream().distinct().sorted().toList();
    }
    return List.of(QUERY_LATENCY.equals(rule.metric()) ? 99 : MEDIAN);
  }

  /** Many values of which some may be large, rather than one measure that counts each time. */
  static boolean isDistribution(MetricRule rule) {
    return QUERY_LATENCY.equals(rule.metric()) || !rule.percentiles().isEmpty();
  }

  static boolean isComparedWithBefore(MetricRule rule) {
    return rule.maxIncrease() != null || rule.max() == null;
  }

  static double maxIncrease(MetricRule rule) {
    return rule.maxIncrease() == null ? MAX_INCREASE : rule.maxIncrease();
  }

  static int minSamples(MetricRule rule) {
    if (rule.minSamples() != null) {
      return Math.max(1, rule.minSamples());
    }
    return QUERY_LATENCY.equals(rule.metric()) ? LATENCY_SAMPLES : FEWEST_SAMPLES;
  }

  /** A limit on a plain measure is exceeded or not: the first value tells. */
  static int minSamplesOfLimit(MetricRule rule) {
    return rule.minSamples() == null ? 1 : Math.max(1, rule.minSamples());
  }
}
