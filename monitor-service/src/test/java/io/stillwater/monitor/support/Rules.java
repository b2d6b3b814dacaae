package io.stillwater.monitor.support;

import io.stillwater.events.plan.Analysis;
import io.stillwater.events.plan.Analysis.MetricRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rules as a release writes them. */
public final class Rules {
  private Rules() {}

  public static MetricRule errorRate(Double max) {
    return new MetricRule("error_rate", Samples.TRINO, null, List.of(), null, max, null, Map.of());
  }

  public static MetricRule latency(Integer... percentiles) {
    return new MetricRule(
        "query_latency", Samples.TRINO, null, List.of(percentiles), 0.2, null, 30, Map.of());
  }

  public static MetricRule freshness(String table, double maxMillis) {
    return new MetricRule(
        "data_freshness", null, table, List.of(), null, maxMillis, null, Map.of());
  }

  public static MetricRule etl(double maxIncrease) {
    return new MetricRule(
        "etl_duration", Samples.TRINO, null, List.of(), maxIncrease, null, null, Map.of());
  }

  public static Analysis analysis(MetricRule... rules) {
    return new Analysis(Duration.ofMinutes(10), List.of(rules), "rollback", "pause");
  }

  public static Analysis pausing(MetricRule... rules) {
    return new Analysis(Duration.ofMinutes(10), List.of(rules), "pause", "pause");
  }
}
