package io.stillwater.executor.commands;

import io.stillwater.events.check.VerdictAction;
import io.stillwater.executor.domain.Decision;
import io.stillwater.executor.domain.Deployment;
import io.stillwater.executor.domain.Gate;
import io.stillwater.executor.domain.Running;
import io.stillwater.executor.gates.Gates;
import io.stillwater.executor.machine.MachineConfig;
import io.stillwater.executor.machine.Transitions;
import io.stillwater.executor.persistence.GateRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Writes down what an accepted command starts, and wakes the machine. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CommandEffects {
  private final Transitions transitions;
  private final Gates gates;
  private final WorkQueue work;
  private final MachineConfig config;

  CommandEffects(Transitions transitions, Gates gates, WorkQueue work, MachineConfig config) {
    this.transitions = transitions;
    this.gates = gates;
    this.work = work;
    this.config = config;
  }

  void apply(TrackedDeployment tracked, Decision.Accepted accepted, String why) {
    Deployment next = accepted.next();
    for (Decision.Effect effect : accepted.effects()) {
      switch (effect) {
        case PAUSE_AFTER_STEP -> tracked.row().pauseReason = why;
        case FORGET_PAUSE -> tracked.row().pauseReason = null;
        case SKIP_WAITS -> tracked.row().skipWaits = true;
        case MORE_ATTEMPTS -> moreAttempts(tracked);
        case PASS_GATE -> passGate(tracked, why);
        case ASK_AGAIN -> {
          tracked.gate().ifPresent(gate -> gate.dismissed = true);
          next = soakAnew(next);
        }
      }
    }
    if (!next.equals(tracked.deployment())) {
      transitions.become(tracked, next);
    }
    work.wake(WorkKind.DEPLOYMENT, tracked.id());
  }

  private static Deployment soakAnew(Deployment next) {
    return next instanceof Running running && running.soakUntil() != null
        ? running.soak(null, running.reason())
        : next;
  }

  private void moreAttempts(TrackedDeployment tracked) {
    tracked
        .plan()
        .steps()
        .map(tracked::step)
        .filter(step -> step.lastError != null)
        .forEach(
            step -> {
              step.lastError = null;
              step.nextAttemptAt = null;
              step.attemptLimit = step.attempts + config.maxAttempts();
              step.deadlineAt = Instant.now().plus(config.stepDeadline());
            });
  }

  /** A soak by time alone has no gate yet: promoting is its verdict. */
  private void passGate(TrackedDeployment tracked, String why) {
    GateRow gate = tracked.gate().orElseGet(() -> soakGate(tracked));
    if (gate != null) {
      gate.action = VerdictAction.PROCEED;
      gate.reason = why;
    }
  }

  private GateRow soakGate(TrackedDeployment tracked) {
    return tracked.row().soakUntil == null
        ? null
        : gates.open(tracked, Gate.SOAK, 1, Instant.now());
  }
}
