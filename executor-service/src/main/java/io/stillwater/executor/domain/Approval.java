package io.stillwater.executor.domain;

import io.stillwater.events.plan.ChangeVerdict;
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
    return verdicts(approved).equals(verdicts(other)) && effects(approved).equals(effects(other));
  }

  /** Tables grow while they wait: that changes no verdict. */
  private static List<ChangeVerdict> verdicts(Plan plan) {
    return plan.changes().stream().map(ChangeVerdict::withoutEstimate).toList();
  }

  private static List<Effect> effects(Plan plan) {
    return plan.steps()
        .map(step -> new Effect(step.kind(), step.target(), step.statements()))
        .toList();
  }
}
