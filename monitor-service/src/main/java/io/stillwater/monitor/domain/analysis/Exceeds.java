package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Sample;

/** Whether a measured value lies above a threshold, in the metric's unit. */
record Exceeds(double threshold) implements RateTest.Score {
  /** Counts the values and finds fault with none. */
  static final Exceeds NOTHING = new Exceeds(Double.POSITIVE_INFINITY);

  @Override
  public Double of(Sample sample) {
    return Scores.isMeasured(sample) ? (sample.value() > threshold ? 1.0 : 0.0) : null;
  }
}
