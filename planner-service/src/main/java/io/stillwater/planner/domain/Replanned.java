package io.stillwater.planner.domain;

import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.findings.FindingCode;
import java.util.ArrayList;
import java.util.List;

/** A plan that takes another's place. */
public final class Replanned {

  private Replanned() {}

  /**
   * The new plan, led by a finding that says what changed since the old one.
   *
   * @param reason why the old plan is stale, as the executor says
   */
  public static Plan plan(Plan before, Plan now, String reason) {
    List<String> changes = PinChanges.between(before.pinned(), now.pinned());
    String moved =
        changes.isEmpty() ? "no table moved since the last plan" : String.join("; ", changes);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            FindingCode.PLANNED_ANEW.code(),
            FindingCode.PLANNED_ANEW.severity(),
            "planned anew: " + moved,
            reason,
            FindingCode.PLANNED_ANEW.fix()));
    findings.addAll(now.findings());
    return now.withFindings(findings);
  }
}
