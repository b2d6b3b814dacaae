package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.AnalysisUpdated.Standing;
import io.stillwater.events.metrics.SamplesRecorded.Sample;

/**
 * Whether a plain measure (how old the newest row is, how long a run took) stays within its limit.
 * Such a value is no draw of chance: the first one beyond the limit is the breach.
 */
public record LimitTest(double max, int minSamples, Baseline baseline, String unit)
    implements MetricTest {
  @Override
  public String statistic() {
    return "value";
  }

  @Override
  public Tally add(Tally tally, Sample sample, double alarmAt) {
    if (!Scores.isMeasured(sample)) {
      return tally;
    }
    boolean beyond = sample.value() > max;
    return new Tally(
        tally.samples() + 1,
        tally.hits() + (beyond ? 1 : 0),
        Evidence.NONE,
        0,
        beyond ? (tally.risingSince() == null ? sample.at() : tally.risingSince()) : null,
        beyond && !tally.breached() ? sample.at() : tally.breachedAt(),
        sample.value());
  }

  @Override
  public Judgement judge(Tally tally, double alarmAt) {
    String limit = Words.amount(max, unit);
    if (tally.breached()) {
      return new Judgement(
          Standing.BREACH,
          "%s of %s values were above the limit of %s, the newest is %s"
              .formatted(
                  Words.count(tally.hits()),
                  Words.count(tally.samples()),
                  limit,
                  Words.amount(tally.last(), unit)));
    }
    if (tally.samples() < minSamples) {
      return new Judgement(
          Standing.INCONCLUSIVE,
          "only %s values since the release, %s are needed"
              .formatted(Words.count(tally.samples()), Words.count(minSamples)));
    }
    return new Judgement(
        Standing.PASS,
        "all of %s values were within the limit of %s, the newest is %s"
            .formatted(Words.count(tally.samples()), limit, Words.amount(tally.last(), unit)));
  }

  @Override
  public Double before() {
    return baseline.quantiles().get(RuleDefaults.MEDIAN);
  }

  @Override
  public Double after(Tally tally, LogHistogram values) {
    return tally.last();
  }

  @Override
  public Double limit() {
    return max;
  }

  @Override
  public long samplesBefore() {
    return baseline.values();
  }
}
