package io.stillwater.monitor.domain.analysis;

/**
 * Which metric's outcomes an error rate is judged by. A producer may report the same query under
 * two metrics; counting it twice would double the evidence, so one metric is kept to, {@code
 * error_rate} itself where it ever comes.
 *
 * @param metric null before the first outcome
 */
public record OutcomeSource(String metric) {
  public static final OutcomeSource UNKNOWN = new OutcomeSource(null);

  OutcomeSource seeing(Observation observation) {
    String seen = observation.sample().metric();
    boolean better = metric == null || Observation.ERROR_RATE.equals(seen);
    return better ? new OutcomeSource(seen) : this;
  }

  boolean is(Observation observation) {
    return observation.sample().metric().equals(metric);
  }
}
