package io.stillwater.planner.domain;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan says, in one sentence. */
public final class PlanFindings {
  private PlanFindings() {}

  /** Why it is refused; empty where it is not. */
  public static String refusals(Plan plan) {
    return inWords(plan, finding -> finding.severity() == Severity.ERROR);
  }

  static String inWords(Plan plan, Predicate<Finding> which) {
    Stream<Finding> all =
        Stream.concat(
            plan.changes().stream().map(ChangeVerdict::findings).flatMap(List::stream),
            plan.findings().stream());
    return all.filter(which)
        .map(PlanFindings::inWords)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String inWords(Finding finding) {
    return finding.evidence() == null
        ? finding.message()
        : finding.message() + " (" + finding.evidence() + ")";
  }
}
