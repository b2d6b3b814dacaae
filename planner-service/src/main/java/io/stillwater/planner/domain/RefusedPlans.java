package io.stillwater.planner.domain;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Summary;
import io.stillwater.events.release.ReleaseRef;
import io.stillwater.planning.findings.FindingCode;
import java.util.ArrayList;
import java.util.List;

/** Plans that are refused for a reason outside the release's own changes. */
public final class RefusedPlans {
  private static final Summary NOTHING_JUDGED = new Summary(0, 0, 0, 0);
  private static final int ID_DIGITS = 12;

  private RefusedPlans() {}

  /**
   * A plan of a release whose tables could not be read in time.
   *
   * @param digest of the release, in hex
   */
  public static Plan unreadable(ReleaseRef release, String digest, String message) {
    return refused(release, digest, finding(FindingCode.CATALOG_UNREADABLE, message, null));
  }

  /** A plan of a release that planning broke on. */
  public static Plan failed(ReleaseRef release, String digest, String failure) {
    return refused(
        release,
        digest,
        finding(FindingCode.PLANNER_FAILED, FindingCode.PLANNER_FAILED.explanation(), failure));
  }

  /**
   * What can be said of a plan that no record can hold: without its steps, then without what it
   * says of each change, then without the pins, the fullest first.
   */
  public static List<Plan> tooLarge(Plan plan, int bytes, int limit) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        finding(
            FindingCode.PLAN_TOO_LARGE,
            "the plan has %d bytes; an event can hold %d".formatted(bytes, limit),
            plan.changes().size() + " changes, " + plan.steps().count() + " steps"));
    return List.of(
        refused(plan, plan.changes(), findings, plan.pinned()),
        refused(plan, List.of(), findings, plan.pinned()),
        refused(plan, List.of(), findings, List.of()));
  }

  private static Plan refused(ReleaseRef release, String digest, Finding finding) {
    return new Plan(
        "p-" + digest.substring(0, ID_DIGITS),
        null,
        null,
        release,
        PlanStatus.REFUSED,
        Risk.HIGH,
        NOTHING_JUDGED,
        List.of(),
        List.of(finding),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  private static Plan refused(
      Plan plan, List<ChangeVerdict> changes, List<Finding> findings, List<Pin> pinned) {
    return new Plan(
        plan.planId(),
        plan.requestId(),
        plan.deploymentId(),
        plan.release(),
        PlanStatus.REFUSED,
        Risk.HIGH,
        plan.summary(),
        changes,
        findings,
        List.of(),
        List.of(),
        pinned,
        plan.policy(),
        plan.analysis());
  }

  private static Finding finding(FindingCode code, String message, String evidence) {
    return new Finding(code.code(), code.severity(), message, evidence, code.fix());
  }
}
