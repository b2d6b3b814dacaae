package io.stillwater.executor.machine;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.executor.domain.Gate;
import io.stillwater.executor.domain.Running;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.gates.Gates;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;

/** The beginning and end of phases, and the soak, which is a phase of waiting. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Phases {
  private final Transitions transitions;
  private final DeploymentEvents events;
  private final Gates gates;
  private final MachineConfig config;

  Phases(Transitions transitions, DeploymentEvents events, Gates gates, MachineConfig config) {
    this.transitions = transitions;
    this.events = events;
    this.gates = gates;
    this.config = config;
  }

  void enter(TrackedDeployment tracked, Running next) {
    tracked.row().phaseStartedAt = Instant.now();
    boolean soaks = next.phase() == Phase.SOAK;
    transitions.become(tracked, soaks ? soaking(tracked, next) : next);
    events.phaseStarted(tracked, next.phase());
    if (soaks) {
      events.stepStarted(tracked, soakStep(tracked));
    }
  }

  void leave(TrackedDeployment tracked, Phase phase) {
    events.phaseCompleted(
        tracked, phase, Duration.between(tracked.row().phaseStartedAt, Instant.now()));
  }

  /** The soak is asked for anew: it runs its whole time again. */
  void soakAgain(TrackedDeployment tracked) {
    transitions.become(tracked, soaking(tracked, (Running) tracked.deployment()));
    events.stepStarted(tracked, soakStep(tracked));
  }

  private Running soaking(TrackedDeployment tracked, Running running) {
    Step step = soakStep(tracked);
    StepRow row = tracked.step(step);
    Instant now = Instant.now();
    row.state = StepState.RUNNING;
    row.startedAt = row.startedAt == null ? now : row.startedAt;
    row.attempts++;
    Instant until = now.plus(((StepArguments.Soak) step.arguments()).duration());
    if (!tracked.course().watched()) {
      return running.soak(until, "by time alone, not observed: no metrics are named");
    }
    gates.open(tracked, Gate.SOAK, 1, until.plus(config.soakVerdictGrace()));
    return running.soak(until, null);
  }

  void endSoak(TrackedDeployment tracked, Step step, String how) {
    StepRow row = tracked.step(step);
    row.state = StepState.DONE;
    row.detail = how;
    row.finishedAt = Instant.now();
    events.stepCompleted(tracked, step, how, Duration.between(row.startedAt, row.finishedAt));
  }

  private static Step soakStep(TrackedDeployment tracked) {
    return tracked.course().soakStep();
  }
}
