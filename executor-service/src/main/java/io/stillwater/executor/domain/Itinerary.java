package io.stillwater.executor.domain;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import java.time.Instant;
import java.util.Optional;

/** Decides what a deployment does next, from what it is and how far it has come. */
public final class Itinerary {
  private Itinerary() {}

  public static Move next(Course course, Instant now) {
    Deployment deployment = course.deployment();
    if (deployment instanceof ActiveDeployment && course.pauseReason() != null) {
      return new Move.Pause(PauseCause.REQUESTED, course.pauseReason());
    }
    if (deployment instanceof Planned planned) {
      return ready(course, planned.approved(), planned.stale());
    }
    if (deployment instanceof AwaitingApproval waiting) {
      return waiting.approved() ? ready(course, true, false) : new Move.Wait(null);
    }
    if (deployment instanceof Running running) {
      return running(course, running, now);
    }
    if (deployment instanceof RollingBack) {
      return course.holdsTaken() ? UndoOrder.next(course, now) : new Move.TakeHolds();
    }
    return new Move.Wait(null);
  }

  private static Move ready(Course course, boolean approved, boolean stale) {
    if (stale) {
      return new Move.Wait(null);
    }
    if (!approved) {
      return new Move.AskApproval(course.plan().policy().reason());
    }
    if (!course.holdsTaken()) {
      return new Move.TakeHolds();
    }
    return new Move.Begin(course.nextPhase(null).orElseThrow());
  }

  private static Move running(Course course, Running running, Instant now) {
    return switch (running.phase()) {
      case PRE_CHECK -> GateRules.next(course, running.phase(), Gate.PRE, now);
      case POST_CHECK -> GateRules.next(course, running.phase(), Gate.POST, now);
      case SOAK -> SoakRules.next(course, running, now);
      default -> work(course, running.phase(), now);
    };
  }

  /** The phase's steps one after the other; its checks are the gate's. */
  static Move work(Course course, Phase phase, Instant now) {
    Optional<Step> open =
        course.steps(phase).stream()
            .filter(step -> step.kind() != StepKind.CHECK && !course.of(step).done())
            .findFirst();
    return open.map(step -> attempt(course, step, now)).orElseGet(() -> leave(course, phase));
  }

  private static Move attempt(Course course, Step step, Instant now) {
    StepProgress progress = course.of(step);
    if (progress.exhausted(now)) {
      return new Move.GiveUp(step, progress.lastError());
    }
    if (progress.mustWait(now)) {
      return new Move.Wait(progress.nextAttemptAt());
    }
    return new Move.Attempt(step, !course.effectBegun());
  }

  static Move leave(Course course, Phase phase) {
    return course
        .nextPhase(phase)
        .<Move>map(next -> new Move.NextPhase(phase, next))
        .orElse(new Move.Close(true));
  }
}
