package io.stillwater.planning.assembly;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Contraction;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;

/**
 * One change planned.
 *
 * @param contraction null for none
 * @param needsLook whether a warning is left that nobody has acknowledged
 */
public record ChangeOutcome(
    ChangeVerdict verdict, List<StepDraft> steps, Contraction contraction, boolean needsLook) {
  public ChangeOutcome {
    steps = List.copyOf(steps);
  }
}
