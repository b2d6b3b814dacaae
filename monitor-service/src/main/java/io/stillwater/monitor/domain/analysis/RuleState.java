package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.AnalysisUpdated.MetricStanding;
import io.stillwater.events.plan.Analysis.MetricRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One rule of a release while it is watched: what was before, and what was counted since. The tests
 * follow from the rule and the baseline, so only their tallies are remembered.
 *
 * @param unit of the metric, null where nobody said
 * @param values all measured values since, for the "after" that people see
 */
public record RuleState(
    MetricRule rule,
    String unit,
    Baseline baseline,
    List<Tally> tallies,
    LogHistogram values,
    OutcomeSource source) {
  public RuleState {
    tallies = List.copyOf(tallies);
  }

  public static RuleState open(MetricRule rule, List<Observation> before) {
    Baseline baseline = Baseline.of(rule, before);
    String unit = Units.of(rule, before);
    int tests = RuleTests.of(rule, baseline, unit).size();
    List<Tally> none = IntStream.range(0, tests).mapToObj(i -> Tally.NONE).toList();
    return new RuleState(rule, unit, baseline, none, LogHistogram.empty(), baseline.source());
  }

  RuleState observe(Collection<Observation> observations, double alarmAt) {
    List<MetricTest> tests = tests();
    List<Tally> next = new ArrayList<>(tallies);
    List<Double> measured = new ArrayList<>();
    OutcomeSource newSource = source;
    for (Observation observation : observations) {
      if (!observation.concerns(rule)) {
        continue;
      }
      newSource = sourceAfter(newSource, observation);
      if (RuleDefaults.isErrorRate(rule) && !Scores.isOutcomeOf(newSource, observation)) {
        continue;
      }
      for (int i = 0; i < tests.size(); i++) {
        next.set(i, tests.get(i).add(next.get(i), observation.sample(), alarmAt));
      }
      if (Scores.isMeasured(observation.sample())) {
        measured.add(observation.sample().value());
      }
    }
    return new RuleState(rule, unit, baseline, next, values.addAll(measured), newSource);
  }

  private OutcomeSource sourceAfter(OutcomeSource known, Observation observation) {
    return RuleDefaults.isErrorRate(rule) && observation.sample().outcome() != null
        ? known.seeing(observation)
        : known;
  }

  List<MetricStanding> standings(double alarmAt) {
    List<MetricTest> tests = tests();
    return IntStream.range(0, tests.size())
        .mapToObj(i -> standing(tests.get(i), tallies.get(i), alarmAt))
        .toList();
  }

  Stream<Breach> breaches(double alarmAt) {
    List<MetricTest> tests = tests();
    return IntStream.range(0, tests.size())
        .filter(i -> tallies.get(i).breached())
        .mapToObj(
            i -> {
              Tally tally = tallies.get(i);
              Instant since =
                  tally.risingSince() == null ? tally.breachedAt() : tally.risingSince();
              MetricStanding standing = standing(tests.get(i), tally, alarmAt);
              return new Breach(standing.metric(), reason(standing), since, tally.breachedAt());
            });
  }

  boolean lacksBaseline() {
    return tests().stream().anyMatch(MissingBaseline.class::isInstance);
  }

  boolean concerns(Collection<Observation> observations) {
    return observations.stream().anyMatch(each -> each.concerns(rule));
  }

  int numberOfTests() {
    return tallies.size();
  }

  /** The component, or the table, or the whole environment where the rule names neither. */
  String subject() {
    return Stream.of(rule.component(), rule.table())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("all components");
  }

  private List<MetricTest> tests() {
    return RuleTests.of(rule, baseline, unit);
  }

  private MetricStanding standing(MetricTest test, Tally tally, double alarmAt) {
    Judgement judgement = test.judge(tally, alarmAt);
    return new MetricStanding(
        rule.metric(),
        subject(),
        test.statistic(),
        test.before(),
        test.after(tally, values),
        unit,
        test.limit(),
        test.samplesBefore(),
        tally.samples(),
        judgement.standing(),
        judgement.verdict());
  }

  private String reason(MetricStanding standing) {
    String before =
        standing.before() == null
            ? "nothing was seen before the release"
            : Words.amount(standing.before(), unit) + " before the release";
    String after = standing.after() == null ? "" : " is " + Words.amount(standing.after(), unit);
    return "%s of %s (%s)%s, %s: %s"
        .formatted(
            standing.metric(),
            standing.component(),
            standing.statistic(),
            after,
            before,
            standing.verdict());
  }
}
