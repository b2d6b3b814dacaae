package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.plan.Analysis.MetricRule;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule's metric looked like before the release.
 *
 * @param values how many values the quantiles rest on
 * @param quantiles by percentile, those that the rule asks for
 * @param outcomes how many outcomes, or plain ratios where none came
 * @param failed rate in [0, 1]
 * @param userErrors rate in [0, 1]
 * @param source whose outcomes were counted
 */
public record Baseline(
    long values,
    SortedMap<Integer, Double> quantiles,
    long outcomes,
    double failed,
    double userErrors,
    OutcomeSource source) {
  public Baseline {
    quantiles = new TreeMap<>(quantiles);
  }

  public static Baseline of(MetricRule rule, List<Observation> before) {
    List<Observation> mine = before.stream().filter(each -> each.concerns(rule)).toList();
    double[] sorted =
        mine.stream()
            .map(Observation::sample)
            .filter(Scores::isMeasured)
            .mapToDouble(sample -> sample.value())
            .sorted()
            .toArray();
    SortedMap<Integer, Double> quantiles = new TreeMap<>();
    if (sorted.length > 0) {
      RuleDefaults.percentiles(rule).forEach(p -> quantiles.put(p, quantile(sorted, p)));
    }
    OutcomeSource source = source(mine);
    List<Observation> judged =
        mine.stream().filter(each -> Scores.isOutcomeOf(source, each)).toList();
    double failed =
        judged.stream().mapToDouble(each -> Scores.failed(each.sample())).average().orElse(0);
    double userErrors =
        judged.stream()
            .mapToDouble(each -> each.sample().outcome() == Outcome.USER_ERROR ? 1 : 0)
            .average()
            .orElse(0);
    return new Baseline(sorted.length, quantiles, judged.size(), failed, userErrors, source);
  }

  private static OutcomeSource source(List<Observation> observations) {
    OutcomeSource source = OutcomeSource.UNKNOWN;
    for (Observation observation : observations) {
      source = observation.sample().outcome() == null ? source : source.seeing(observation);
    }
    return source;
  }

  /** The nearest rank. */
  private static double quantile(double[] sorted, int percentile) {
    int rank = (int) Math.ceil(percentile / 100.0 * sorted.length);
    return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
  }

  /**
   * The largest rate that is still plausible: three standard errors above the rate seen.
   *
   * @param rate as seen in {@code n} cases; where it was never seen, it may be as rare as 1/n
   */
  static double plausible(double rate, long n) {
    double spread = Math.max(rate, 1.0 / n);
    return rate + 3 * Math.sqrt(spread * (1 - Math.min(spread, 1)) / n);
  }
}
