package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.check.VerdictAction;
import io.stillwater.events.metrics.AnalysisUpdated.MetricStanding;
import io.stillwater.events.metrics.AnalysisUpdated.Standing;
import io.stillwater.events.plan.Analysis;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A release under watch, from its first effect on. The chance of a breach where there is no harm is
 * {@link #FALSE_ALARMS} at most for the whole release, shared evenly among its tests.
 *
 * @param effectAt samples measured before are the baseline, from then on they are judged
 */
public record DeploymentWatch(Analysis analysis, Instant effectAt, List<RuleState> rules) {
  public static final double FALSE_ALARMS = 0.01;

  private static final String PAUSE = "pause";

  public DeploymentWatch {
    rules = List.copyOf(rules);
  }

  /**
   * @param before what was measured before {@code effectAt}; other samples are left out
   */
  public static DeploymentWatch open(
      Analysis analysis, Instant effectAt, Collection<Observation> before) {
    List<Observation> baseline =
        before.stream().filter(each -> each.sample().at().isBefore(effectAt)).toList();
    return new DeploymentWatch(
        analysis,
        effectAt,
        analysis.metrics().stream().map(rule -> RuleState.open(rule, baseline)).toList());
  }

  /** What was measured before the first effect says nothing of the release. */
  public DeploymentWatch observe(Collection<Observation> observations) {
    double alarmAt = alarmAt();
    List<Observation> since =
        observations.stream().filter(each -> !each.sample().at().isBefore(effectAt)).toList();
    return new DeploymentWatch(
        analysis, effectAt, rules.stream().map(rule -> rule.observe(since, alarmAt)).toList());
  }

  /**
   * Whether they were measured before the first effect, and a rule knows too little of that time.
   */
  public boolean lacks(Collection<Observation> observations) {
    List<Observation> before =
        observations.stream().filter(each -> each.sample().at().isBefore(effectAt)).toList();
    return rules.stream().filter(RuleState::lacksBaseline).anyMatch(rule -> rule.concerns(before));
  }

  public boolean concerns(Collection<Observation> observations) {
    return rules.stream().anyMatch(rule -> rule.concerns(observations));
  }

  public List<MetricStanding> standings() {
    double alarmAt = alarmAt();
    return rules.stream().flatMap(rule -> rule.standings(alarmAt).stream()).toList();
  }

  /** The one that was complete first. */
  public Optional<Breach> breach() {
    double alarmAt = alarmAt();
    return rules.stream()
        .flatMap(rule -> rule.breaches(alarmAt))
        .min(Comparator.comparing(Breach::at));
  }

  public boolean pausesAtBreach() {
    return PAUSE.equalsIgnoreCase(analysis.onBreach());
  }

  /** What the soak's end is to be: too few samples are never a pass, nor is a breach. */
  public SoakVerdict verdict() {
    List<MetricStanding> standings = standings();
    Optional<Breach> breach = breach();
    if (breach.isPresent()) {
      VerdictAction action = pausesAtBreach() ? VerdictAction.INVESTIGATE : VerdictAction.ROLLBACK;
      return new SoakVerdict(action, breach.get().sentence(), true);
    }
    String open =
        standings.stream()
            .filter(standing -> standing.standing() == Standing.INCONCLUSIVE)
            .map(DeploymentWatch::sentence)
            .collect(Collectors.joining("; "));
    if (!open.isEmpty()) {
      return new SoakVerdict(VerdictAction.INVESTIGATE, "Inconclusive: " + open, false);
    }
    return new SoakVerdict(
        VerdictAction.PROCEED,
        standings.stream().map(DeploymentWatch::sentence).collect(Collectors.joining("; ")),
        false);
  }

  private static String sentence(MetricStanding standing) {
    return "%s of %s (%s): %s"
        .formatted(
            standing.metric(), standing.component(), standing.statistic(), standing.verdict());
  }

  private double alarmAt() {
    return rules.stream().mapToInt(RuleState::numberOfTests).sum() / FALSE_ALARMS;
  }
}
