package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Sample;

/** One question asked of a metric; what it has counted so far is its {@link Tally}. */
public sealed interface MetricTest permits RateTest, LimitTest, MissingBaseline {
  /** What is compared, e.g. p99, failed, user_error, value. */
  String statistic();

  /**
   * @param alarmAt the evidence at which a test that gathers evidence breaches
   */
  Tally add(Tally tally, Sample sample, double alarmAt);

  Judgement judge(Tally tally, double alarmAt);

  /** Null where nothing was seen. */
  Double before();

  Double after(Tally tally, LogHistogram values);

  Double limit();

  long samplesBefore();
}
