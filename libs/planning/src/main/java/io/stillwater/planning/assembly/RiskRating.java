package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Risk;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;

/**
 * DESIGN, "Risk": HIGH with any unsafe operation or a step without exact undo, MEDIUM with a
 * warning that nobody has acknowledged, else LOW.
 */
final class RiskRating {
  private RiskRating() {}

  static Risk of(List<ChangeOutcome> changes, List<StepDraft> rollouts, boolean releaseNeedsLook) {
    boolean unsafe =
        changes.stream()
            .anyMatch(change -> change.verdict().classification() != Classification.SAFE);
    boolean inexact =
        changes.stream()
                .flatMap(change -> change.steps().stream())
                .anyMatch(step -> !step.exactUndo())
            || rollouts.stream().anyMatch(step -> !step.exactUndo());
    if (unsafe || inexact) {
      return Risk.HIGH;
    }
    boolean look = releaseNeedsLook || changes.stream().anyMatch(ChangeOutcome::needsLook);
    return look ? Risk.MEDIUM : Risk.LOW;
  }
}
