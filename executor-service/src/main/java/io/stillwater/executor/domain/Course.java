package io.stillwater.executor.domain;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that decides what a deployment does next.
 *
 * @param gate the last asking of the present phase's stage; null where it was not asked
 * @param holdsTaken it has its tables and components to itself
 * @param pauseReason a pause was asked for and waits for the running step; null: none
 * @param skipWaits promoted in full: it does not soak
 */
public record Course(
    Deployment deployment,
    Plan plan,
    Map<String, StepProgress> progress,
    Gate gate,
    boolean holdsTaken,
    String pauseReason,
    boolean skipWaits) {
  public Course {
    progress = Map.copyOf(progress);
  }

  public StepProgress of(Step step) {
    return progress.get(step.id());
  }

  /** The phases that have something to do, in order. */
  List<PhasePlan> phases() {
    return plan.phases().stream().filter(phase -> !phase.steps().isEmpty()).toList();
  }

  List<Step> steps(Phase phase) {
    return plan.phases().stream()
        .filter(candidate -> candidate.phase() == phase)
        .flatMap(candidate -> candidate.steps().stream())
        .toList();
  }

  /** The next phase with something to do; {@code after} null: the first. */
  public Optional<Phase> nextPhase(Phase after) {
    return phases().stream()
        .map(PhasePlan::phase)
        .filter(phase -> after == null || phase.compareTo(after) > 0)
        .min(Phase::compareTo);
  }

  /** The checks of the phase that the deployment is in. */
  public List<Step> checks() {
    ActiveDeployment active =
        deployment instanceof Paused paused
            ? paused.from()
            : deployment instanceof ActiveDeployment itself ? itself : null;
    return active instanceof Running running
        ? steps(running.phase()).stream().filter(step -> step.kind() == StepKind.CHECK).toList()
        : List.of();
  }

  public Step soakStep() {
    return steps(Phase.SOAK).get(0);
  }

  /** Whether the monitor judges the soak; else time alone ends it. */
  public boolean watched() {
    return plan.analysis() != null && !plan.analysis().metrics().isEmpty();
  }

  /** Whether any step has begun that changes something outside. */
  public boolean effectBegun() {
    return plan.steps()
        .filter(step -> changesSomething(step.kind()))
        .anyMatch(step -> of(step).state() != StepState.PENDING);
  }

  /** Whether a rollback has something to look at. */
  public boolean anythingDone() {
    return plan.steps().anyMatch(this::mayHaveEffect);
  }

  /** The same, were it not for one step. */
  public boolean anythingDoneBeside(Step one) {
    return plan.steps().filter(step -> !step.id().equals(one.id())).anyMatch(this::mayHaveEffect);
  }

  private boolean mayHaveEffect(Step step) {
    StepState state = of(step).state();
    return changesSomething(step.kind()) && (state.mayHaveEffect() || state == StepState.KEPT);
  }

  /** Checks and proofs only look, a soak only waits. */
  public static boolean changesSomething(StepKind kind) {
    return switch (kind) {
      case CHECK, VALIDATE, SOAK -> false;
      default -> true;
    };
  }
}
