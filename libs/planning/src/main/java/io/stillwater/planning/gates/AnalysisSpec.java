package io.stillwater.planning.gates;

import io.stillwater.events.plan.Analysis.MetricRule;
import java.time.Duration;
import java.util.List;

/**
 * How a release is watched; what is null is left to the environment and then to the defaults.
 *
 * @param onBreach rollback or pause
 * @param onInconclusive pause or complete
 */
public record AnalysisSpec(
    Duration soak, List<MetricRule> metrics, String onBreach, String onInconclusive) {
  public static final AnalysisSpec NONE = new AnalysisSpec(null, null, null, null);
}
