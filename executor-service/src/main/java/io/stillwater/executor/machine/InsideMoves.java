package io.stillwater.executor.machine;

import io.stillwater.events.plan.Step;
import io.stillwater.executor.domain.ActiveDeployment;
import io.stillwater.executor.domain.Course;
import io.stillwater.executor.domain.FailureReport;
import io.stillwater.executor.domain.Move;
import io.stillwater.executor.domain.Planned;
import io.stillwater.executor.domain.Resources;
import io.stillwater.executor.domain.RollingBack;
import io.stillwater.executor.domain.Running;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.holds.HoldQueue;
import io.stillwater.executor.holds.HoldQueue.Blocker;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the moves that change nothing but rows. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class InsideMoves {
  private final Transitions transitions;
  private final Phases phases;
  private final HoldQueue holds;
  private final Retreat retreat;
  private final DeploymentMeters meters;

  InsideMoves(
      Transitions transitions,
      Phases phases,
      HoldQueue holds,
      Retreat retreat,
      DeploymentMeters meters) {
    this.transitions = transitions;
    this.phases = phases;
    this.holds = holds;
    this.retreat = retreat;
    this.meters = meters;
  }

  /**
   * @return false when the deployment has to wait for somebody else now
   */
  boolean make(TrackedDeployment tracked, Move move) {
    if (move instanceof Move.AskApproval ask) {
      transitions.become(tracked, ((Planned) tracked.deployment()).awaitApproval(ask.reason()));
    } else if (move instanceof Move.TakeHolds) {
      return takeHolds(tracked);
    } else if (move instanceof Move.NextPhase next) {
      phases.leave(tracked, next.done());
      phases.enter(tracked, ((Running) tracked.deployment()).enter(next.next()));
    } else if (move instanceof Move.SoakAgain) {
      phases.soakAgain(tracked);
    } else if (move instanceof Move.EndSoak end) {
      phases.endSoak(tracked, end.step(), end.how());
    } else if (move instanceof Move.Pause pause) {
      if (unanswered(tracked)) {
        meters.deadlineBreached("check");
      }
      ActiveDeployment active = (ActiveDeployment) tracked.deployment();
      transitions.become(tracked, active.pause(pause.cause(), pause.reason()));
    } else if (move instanceof Move.RollBack back) {
      retreat.from(tracked, back.reason());
    } else if (move instanceof Move.GiveUp giveUp) {
      giveUp(tracked, giveUp.step(), giveUp.error());
    } else if (move instanceof Move.Keep keep) {
      tracked.step(keep.step()).state = StepState.KEPT;
      tracked.keep(describe(keep.step()), keep.reason());
    } else {
      throw new IllegalArgumentException("Not a move of rows alone: " + move);
    }
    return true;
  }

  private static boolean unanswered(TrackedDeployment tracked) {
    return tracked
        .gate()
        .filter(gate -> gate.action == null && Instant.now().isAfter(gate.deadlineAt))
        .isPresent();
  }

  static String describe(Step step) {
    return "%s %s %s".formatted(step.id(), step.kind(), step.target());
  }

  private boolean takeHolds(TrackedDeployment tracked) {
    holds.enqueue(tracked.id(), Resources.of(tracked.plan()));
    List<Blocker> blockers = holds.blockers(tracked.id());
    if (blockers.isEmpty()) {
      tracked.row().waitsFor = null;
      return true;
    }
    transitions.waitFor(
        tracked,
        blockers.stream()
            .map(blocker -> "%s, held by %s".formatted(blocker.resource(), blocker.holder()))
            .collect(Collectors.joining("; ", "waits for ", "")));
    return false;
  }

  private void giveUp(TrackedDeployment tracked, Step step, String error) {
    Course course = tracked.course();
    StepRow row = tracked.step(step);
    if (course.of(step).overdue(Instant.now())) {
      meters.deadlineBreached("step");
    }
    ActiveDeployment active = (ActiveDeployment) tracked.deployment();
    if (!course.anythingDoneBeside(step) && !(active instanceof RollingBack)) {
      retreat.from(
          tracked, "%s failed before anything was done: %s".formatted(describe(step), error));
      return;
    }
    String report = FailureReport.of(course, step, error);
    if (row.state == StepState.RUNNING) {
      row.state = StepState.FAILED;
    }
    transitions.become(tracked, active.fail(report));
  }
}
