package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.AnalysisUpdated.Standing;
import io.stillwater.events.metrics.SamplesRecorded.Sample;

/**
 * A comparison with a time before the release of which too little is known. It never breaches and
 * it never passes, unless what it would compare did not happen at all.
 *
 * @param noneIsFine whether none since the release is a pass without a comparison
 */
public record MissingBaseline(
    RateTest.Subject subject, long samplesBefore, int needed, boolean noneIsFine)
    implements MetricTest {
  @Override
  public String statistic() {
    return subject.statistic();
  }

  @Override
  public Tally add(Tally tally, Sample sample, double alarmAt) {
    Double x = subject.score().of(sample);
    return x == null
        ? tally
        : new Tally(
            tally.samples() + 1, tally.hits() + x, Evidence.NONE, 0, null, null, sample.value());
  }

  @Override
  public Judgement judge(Tally tally, double alarmAt) {
    if (noneIsFine && tally.hits() == 0) {
      return new Judgement(
          Standing.PASS, "0 of %s %s".formatted(Words.count(tally.samples()), subject.happened()));
    }
    return new Judgement(
        Standing.INCONCLUSIVE,
        "only %s samples before the release to compare with, %s are needed; since then %s of %s %s"
            .formatted(
                Words.count(samplesBefore),
                Words.count(needed),
                Words.count(tally.hits()),
                Words.count(tally.samples()),
                subject.happened()));
  }

  @Override
  public Double before() {
    return null;
  }

  @Override
  public Double after(Tally tally, LogHistogram values) {
    if (subject.percentile() != null) {
      return values.quantile(subject.percentile());
    }
    return tally.samples() == 0 ? null : Double.valueOf(tally.rate());
  }

  @Override
  public Double limit() {
    return null;
  }
}
