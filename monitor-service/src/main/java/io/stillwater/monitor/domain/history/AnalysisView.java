package io.stillwater.monitor.domain.history;

import io.stillwater.events.metrics.AnalysisUpdated.MetricStanding;
import io.stillwater.events.plan.Analysis;
import java.time.Instant;
import java.util.List;

/**
 * How the release is watched, and what was seen.
 *
 * @param observed false when no metric is named: the release soaks by time alone
 * @param note the same in words
 */
public record AnalysisView(
    boolean observed, String note, Instant at, List<MetricStanding> metrics, Analysis rules) {
  public AnalysisView {
    metrics = metrics == null ? List.of() : List.copyOf(metrics);
  }

  static AnalysisView of(Analysis rules, Instant at, List<MetricStanding> metrics) {
    if (rules == null || rules.metrics().isEmpty()) {
      return new AnalysisView(
          false, "not observed: the release names no metrics", null, List.of(), rules);
    }
    String note =
        metrics.isEmpty()
            ? rules.metrics().size() + " metrics are named, none was judged yet"
            : metrics.size() + " statistics of " + rules.metrics().size() + " metrics are judged";
    return new AnalysisView(true, note, at, metrics, rules);
  }
}
