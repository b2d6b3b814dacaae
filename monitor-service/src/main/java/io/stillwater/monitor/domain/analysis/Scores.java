package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;

/** What a sample says to a test, as a number in [0, 1]. */
final class Scores {
  private Scores() {}

  /** A failed query says nothing about how long queries take. */
  static boolean isMeasured(Sample sample) {
    return hasValue(sample) && (sample.outcome() == null || sample.outcome() == Outcome.OK);
  }

  /** An outcome of the metric that is kept to, or a plain ratio while no outcomes come. */
  static boolean isOutcomeOf(OutcomeSource source, Observation observation) {
    Sample sample = observation.sample();
    return sample.outcome() == null
        ? source.metric() == null
            && hasValue(sample)
            && Observation.ERROR_RATE.equals(sample.metric())
        : source.is(observation);
  }

  /** 1 for a failure, 0 for none; a plain ratio is the share that failed. */
  static double failed(Sample sample) {
    if (sample.outcome() == null) {
      return Math.min(Math.max(sample.value(), 0), 1);
    }
    return sample.outcome() == Outcome.FAILED ? 1 : 0;
  }

  private static boolean hasValue(Sample sample) {
    return sample.value() != null && Double.isFinite(sample.value());
  }
}
