package io.stillwater.events.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measurements of one component, as they came. */
public record SamplesRecorded(
    String component, String environment, String source, List<Sample> samples) {
  public SamplesRecorded {
    samples = samples == null ? List.of() : List.copyOf(samples);
  }

  /**
   * @param metric e.g. query_latency (ms), etl_duration (ms), error_rate (ratio), data_freshness
   * @param outcome of the query or run, where there is one; USER_ERROR is the asker's own mistake
   */
  public record Sample(
      String metric,
      Double value,
      String unit,
      Instant at,
      Outcome outcome,
      Map<String, String> labels) {
    public Sample {
      labels = labels == null ? Map.of() : Map.copyOf(labels);
    }
  }

  public enum Outcome {
    OK,
    FAILED,
    USER_ERROR
  }
}
