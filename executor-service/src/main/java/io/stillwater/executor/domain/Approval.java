package io.stillwater.executor.domain;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person has approved: the verdicts and what would be run. */
public final class Approval {
  private record Effect(StepKind kind, String target, Map<String, String> statements) {}

  /** Without sizes, days and words: tables grow and readers read on while an approval waits. */
  private record Verdict(
      String table,
      String operation,
      String column,
      Classification classification,
      Cost cost,
      String strategy,
      Set<String> findings,
      Set<Reader> readers) {}

  private record Reader(String kind, String name, ConsumerVerdict verdict) {}

  private Approval() {}

  /** Whether an approval of one plan covers the other. */
  public static boolean covers(Plan approved, Plan other) {
    return verdicts(approved).equals(verdicts(other)) && effects(approved).equals(effects(other));
  }

  private static List<Verdict> verdicts(Plan plan) {
    return plan.changes().stream().map(Approval::verdict).toList();
  }

  private static Verdict verdict(ChangeVerdict change) {
    return new Verdict(
        change.table(),
        change.operation(),
        change.column(),
        change.classification(),
        change.cost(),
        change.strategy(),
        change.findings().stream().map(Finding::code).collect(Collectors.toUnmodifiableSet()),
        change.consumers().stream().map(Approval::reader).collect(Collectors.toUnmodifiableSet()));
  }

  private static Reader reader(Consumer consumer) {
    return new Reader(consumer.kind(), consumer.name(), consumer.verdict());
  }

  private static List<Effect> effects(Plan plan) {
    return plan.steps()
        .map(step -> new Effect(step.kind(), step.target(), step.statements()))
        .toList();
  }
}
