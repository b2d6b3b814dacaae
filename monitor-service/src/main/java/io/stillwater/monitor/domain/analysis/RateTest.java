package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.AnalysisUpdated.Standing;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import java.time.Instant;

/**
 * Whether something happens more often than it may: values above a threshold, failures. Gathers
 * {@link Evidence}, so it may be looked at after every sample.
 *
 * @param bound p0: how often it may happen
 * @param hardLimit a plain ratio of at least this breaches at once; above 1 for never
 */
public record RateTest(Subject subject, double bound, double hardLimit, int minSamples, Seen seen)
    implements MetricTest {

  /** Smaller bounds would call a single case in a million a breach. */
  private static final double SMALLEST_BOUND = 1e-4;

  private static final double LARGEST_BOUND = 0.95;
  static final double NEVER = 2;

  /** Fewer breach nothing: a burst of one person's mistakes is no draw of chance. */
  private static final int FEWEST_SAMPLES = 5;

  /**
   * @param happened in words what is counted, e.g. {@code samples were above 2.3 s}
   */
  public record Subject(String statistic, Score score, String happened, Double percentile) {}

  /** What was seen before the release, and the limit that follows from it or is set. */
  public record Seen(Double before, long samples, Double limit) {}

  /** Whether and how a sample counts. */
  @FunctionalInterface
  public interface Score {
    /** In [0, 1]; null where the sample says nothing to the test. */
    Double of(Sample sample);
  }

  public RateTest {
    bound = Math.min(Math.max(bound, SMALLEST_BOUND), LARGEST_BOUND);
  }

  @Override
  public String statistic() {
    return subject.statistic();
  }

  @Override
  public Tally add(Tally tally, Sample sample, double alarmAt) {
    Double x = subject.score().of(sample);
    if (x == null) {
      return tally;
    }
    Evidence evidence = tally.evidence().add(x, bound);
    long samples = tally.samples() + 1;
    boolean rising = evidence.value() > 1;
    Instant since =
        rising ? (tally.risingSince() == null ? sample.at() : tally.risingSince()) : null;
    boolean hard = sample.outcome() == null && x >= hardLimit;
    boolean enough = samples >= Math.max(minSamples, FEWEST_SAMPLES);
    boolean breach = hard || (enough && evidence.value() >= alarmAt);
    return new Tally(
        samples,
        tally.hits() + x,
        evidence,
        Math.max(tally.strongest(), evidence.value()),
        since,
        tally.breached() || !breach ? tally.breachedAt() : sample.at(),
        sample.value());
  }

  @Override
  public Judgement judge(Tally tally, double alarmAt) {
    String counted =
        "%s of %s %s, at most %s expected"
            .formatted(
                Words.count(tally.hits()),
                Words.count(tally.samples()),
                subject.happened(),
                Words.count(Math.ceil(bound * tally.samples())));
    if (tally.breached()) {
      return new Judgement(
          Standing.BREACH, counted + "; evidence " + Words.odds(tally.strongest()));
    }
    if (tally.samples() < minSamples) {
      return new Judgement(
          Standing.INCONCLUSIVE,
          "only %s samples since the release, %s are needed"
              .formatted(Words.count(tally.samples()), Words.count(minSamples)));
    }
    return new Judgement(
        Standing.PASS,
        counted
            + "; evidence of harm "
            + Words.odds(tally.evidence().value())
            + ", "
            + Words.odds(alarmAt)
            + " would be a breach");
  }

  @Override
  public Double before() {
    return seen.before();
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
    return seen.limit();
  }

  @Override
  public long samplesBefore() {
    return seen.samples();
  }
}
