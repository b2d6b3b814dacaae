package io.stillwater.executor.domain;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepKind;
import java.util.List;
import java.util.Map;

/** What a person has approved: the verdicts and what would be run. */
public final class Approval {
  private record Effect(StepKind kind, String target, Map<String, String> statements) {}

  private Approval() {}

  /** Whether an approval of one plan covers the other. */
  public static boolean covers(Plan approved, Plan other) {
    return approved.changes().equals(other.changes()) && effects(approved).equals(effects(other));
  }

  private static List<Effect> effects(Plan plan) {
    return plan.steps()
        .map(step -> new Effect(step.kind(), step.target(), step.statements()))
        .toList();
  }
}
