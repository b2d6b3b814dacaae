package io.stillwater.monitor.support;

import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import io.stillwater.monitor.domain.analysis.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Samples of a component named trino. */
public final class Samples {
  public static final String TRINO = "trino";

  private Samples() {}

  public static Sample latency(double millis, Instant at) {
    return new Sample("query_latency", millis, "ms", at, Outcome.OK, Map.of());
  }

  public static Sample outcome(Outcome outcome, Instant at) {
    return new Sample("error_rate", null, null, at, outcome, Map.of());
  }

  public static Sample value(String metric, double value, Instant at) {
    return new Sample(metric, value, null, at, null, Map.of());
  }

  public static List<Observation> of(int number, IntFunction<Sample> sample) {
    return IntStream.range(0, number)
        .mapToObj(i -> new Observation(TRINO, sample.apply(i)))
        .toList();
  }
}
