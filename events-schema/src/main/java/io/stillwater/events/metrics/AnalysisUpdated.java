package io.stillwater.events.metrics;

import java.time.Instant;
import java.util.List;

/** How a deployment's watched metrics stand, before against after. */
public record AnalysisUpdated(
    String deploymentId, String component, Instant at, List<MetricStanding> metrics) {
  public AnalysisUpdated {
    metrics = metrics == null ? List.of() : List.copyOf(metrics);
  }

  /**
   * @param statistic e.g. p99, mean, rate
   * @param before null where nothing was seen before the deployment
   * @param verdict in words with its numbers why
   */
  public record MetricStanding(
      String metric,
      String component,
      String statistic,
      Double before,
      Double after,
      String unit,
      Double limit,
      long samplesBefore,
      long samplesAfter,
      Standing standing,
      String verdict) {}

  public enum Standing {
    PASS,
    BREACH,
    INCONCLUSIVE
  }
}
