package io.stillwater.cli.follow;

import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Severity;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a plan was refused. */
final class PlanFindings {
  private PlanFindings() {}

  static String errors(Plan plan) {
    return Stream.concat(
            plan.findings().stream(),
            plan.changes().stream().flatMap(change -> change.findings().stream()))
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(PlanFindings::text)
        .collect(Collectors.joining("; "));
  }

  private static String text(Finding finding) {
    String fix = finding.fix() == null ? "" : " (" + finding.fix() + ")";
    return finding.code() + " " + finding.message() + fix;
  }
}
