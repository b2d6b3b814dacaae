package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.plan.Analysis.MetricRule;
import io.stillwater.monitor.domain.analysis.RateTest.Seen;
import io.stillwater.monitor.domain.analysis.RateTest.Subject;
import java.util.ArrayList;
import java.util.List;

/** Which tests a rule asks for, given what was seen before the release. */
final class RuleTests {
  private static final String FAILED = "failed";

  /** A ratio ten times beyond its bound, and no less than a tenth, needs no second look. */
  private static final double HARD_FACTOR = 10;

  private static final double HARD_FLOOR = 0.1;

  private final MetricRule rule;
  private final Baseline before;
  private final String unit;
  private final int minSamples;

  private RuleTests(MetricRule rule, Baseline before, String unit) {
    this.rule = rule;
    this.before = before;
    this.unit = unit;
    this.minSamples = RuleDefaults.minSamples(rule);
  }

  static List<MetricTest> of(MetricRule rule, Baseline before, String unit) {
    RuleTests tests = new RuleTests(rule, before, unit);
    return RuleDefaults.isErrorRate(rule) ? tests.errorRate() : tests.measure();
  }

  private List<MetricTest> errorRate() {
    List<MetricTest> tests = new ArrayList<>();
    if (rule.max() != null) {
      tests.add(failures(rule.max(), "the limit is " + Words.percent(rule.max())));
    }
    if (RuleDefaults.isComparedWithBefore(rule)) {
      tests.add(failuresAgainstBefore());
    }
    tests.add(userErrors());
    return List.copyOf(tests);
  }

  private MetricTest failuresAgainstBefore() {
    if (before.outcomes() >= minSamples) {
      double bound =
          Baseline.plausible(before.failed(), before.outcomes())
              * (1 + RuleDefaults.maxIncrease(rule));
      return failures(
          bound, "more than chance makes of " + Words.percent(before.failed()) + " before");
    }
    return rule.max() == null
        ? failures(
            RuleDefaults.MAX_ERROR_RATE,
            "no limit is set and too little was seen before, so "
                + Words.percent(RuleDefaults.MAX_ERROR_RATE)
                + " is the limit")
        : new MissingBaseline(failing(""), before.outcomes(), minSamples, true);
  }

  private MetricTest failures(double bound, String why) {
    return new RateTest(
        failing(" (" + why + ")"),
        bound,
        Math.min(1, Math.max(HARD_FLOOR, HARD_FACTOR * bound)),
        minSamples,
        new Seen(before.outcomes() == 0 ? null : before.failed(), before.outcomes(), bound));
  }

  private static Subject failing(String why) {
    return new Subject(FAILED, Scores::failed, "failed" + why, null);
  }

  private MetricTest userErrors() {
    Subject subject =
        new Subject(
            "user_error",
            sample ->
                sample.outcome() == null ? null : sample.outcome() == Outcome.USER_ERROR ? 1.0 : 0,
            "ended as the user's own error, which is also how a column or table that is gone shows",
            null);
    if (before.source().metric() == null || before.outcomes() < minSamples) {
      return new MissingBaseline(subject, before.outcomes(), minSamples, true);
    }
    double bound =
        Math.max(
            RuleDefaults.USER_ERROR_FLOOR,
            Baseline.plausible(before.userErrors(), before.outcomes())
                * (1 + RuleDefaults.MAX_INCREASE));
    Seen seen = new Seen(before.userErrors(), before.outcomes(), bound);
    return new RateTest(subject, bound, RateTest.NEVER, 0, seen);
  }

  private List<MetricTest> measure() {
    List<MetricTest> tests = new ArrayList<>();
    List<Integer> percentiles = RuleDefaults.percentiles(rule);
    if (RuleDefaults.isComparedWithBefore(rule)) {
      percentiles.forEach(p -> tests.add(againstBefore(p)));
    }
    if (rule.max() != null && RuleDefaults.isDistribution(rule)) {
      percentiles.forEach(p -> tests.add(exceedance(p, rule.max(), 1 - share(p), "the limit")));
    } else if (rule.max() != null) {
      tests.add(new LimitTest(rule.max(), RuleDefaults.minSamplesOfLimit(rule), before, unit));
    }
    return List.copyOf(tests);
  }

  private MetricTest againstBefore(int percentile) {
    double q = share(percentile);
    long n = before.values();
    if (n < minSamples) {
      Subject subject = new Subject("p" + percentile, Exceeds.NOTHING, "were compared", q);
      return new MissingBaseline(subject, n, minSamples, false);
    }
    double seen = before.quantiles().get(percentile);
    double factor = 1 + RuleDefaults.maxIncrease(rule);
    String why =
        "%s × the p%d of %s before"
            .formatted(Words.factor(factor), percentile, Words.amount(seen, unit));
    return exceedance(percentile, seen * factor, (1 - q) + 3 * Math.sqrt(q * (1 - q) / n), why);
  }

  private MetricTest exceedance(int percentile, double threshold, double bound, String why) {
    String happened = "samples were above %s (%s)".formatted(Words.amount(threshold, unit), why);
    return new RateTest(
        new Subject("p" + percentile, new Exceeds(threshold), happened, share(percentile)),
        bound,
        RateTest.NEVER,
        minSamples,
        new Seen(before.quantiles().get(percentile), before.values(), threshold));
  }

  /** 0 and 100 would leave nothing to exceed, or nothing to stay below. */
  private static double share(int percentile) {
    return Math.min(Math.max(percentile / 100.0, 0.01), 0.999);
  }
}
