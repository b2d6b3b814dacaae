package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.events.plan.Analysis.MetricRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The units of the contract's metrics; others have the unit that their samples name. */
final class Units {
  private static final Map<String, String> KNOWN =
      Map.of(
          "query_latency",
          Words.MILLISECONDS,
          "etl_duration",
          Words.MILLISECONDS,
          "data_freshness",
          Words.MILLISECONDS,
          Observation.ERROR_RATE,
          Words.RATIO);

  private Units() {}

  static String of(MetricRule rule, List<Observation> observations) {
    String known = KNOWN.get(rule.metric());
    return known != null
        ? known
        : observations.stream()
            .filter(observation -> observation.concerns(rule))
            .map(Observation::sample)
            .map(Sample::unit)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
