package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.events.plan.Analysis.MetricRule;

/** A sample with the component (or table) it was measured on. */
public record Observation(String component, Sample sample) {
  public static final String ERROR_RATE = "error_rate";

  private static final String TABLE_LABEL = "table";

  /**
   * Whether a rule judges it. An error rate is judged by the outcomes of the component, whichever
   * metric brings them.
   */
  public boolean concerns(MetricRule rule) {
    return isOfMetric(rule)
        && (rule.component() == null || rule.component().equals(component))
        && (rule.table() == null || isOfTable(rule.table()))
        && sample.labels().entrySet().containsAll(rule.labels().entrySet());
  }

  private boolean isOfMetric(MetricRule rule) {
    return rule.metric().equals(sample.metric())
        || (ERROR_RATE.equals(rule.metric()) && sample.outcome() != null);
  }

  private boolean isOfTable(String table) {
    return table.equals(component) || table.equals(sample.labels().get(TABLE_LABEL));
  }
}
