package io.stillwater.planning.assembly;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Contraction;
import io.stillwater.planning.consumers.ConsumerImpact;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;
import java.util.Set;

/**
 * One change planned.
 *
 * @param contraction null for none
 * @param needsLook whether a warning is left that nobody has acknowledged
 * @param breaking the readers that it breaks
 */
public record ChangeOutcome(
    ChangeVerdict verdict,
    List<StepDraft> steps,
    Contraction contraction,
    boolean needsLook,
    Set<ConsumerImpact.Identity> breaking) {
  public ChangeOutcome {
    steps = List.copyOf(steps);
    breaking = Set.copyOf(breaking);
  }

  /** A change that does nothing: refused, or done already. */
  public static ChangeOutcome nothing(ChangeVerdict verdict) {
    return new ChangeOutcome(verdict, List.of(), null, false, Set.of());
  }
}
