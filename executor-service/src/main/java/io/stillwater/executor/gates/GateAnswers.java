package io.stillwater.executor.gates;

import io.stillwater.events.check.CheckCompleted;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.events.plan.Step;
import io.stillwater.executor.domain.Gate;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.GateRow;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes the validator's and the monitor's answers down; those to an earlier asking count no more.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class GateAnswers {
  private final Deployments deployments;
  private final DeploymentEvents events;
  private final WorkQueue work;

  GateAnswers(Deployments deployments, DeploymentEvents events, WorkQueue work) {
    this.deployments = deployments;
    this.events = events;
    this.work = work;
  }

  public void checkCompleted(CheckCompleted result) {
    deployments
        .lock(result.deploymentId())
        .filter(tracked -> open(tracked, result.round()).isPresent())
        .ifPresent(tracked -> record(tracked, result));
  }

  public void verdictReached(VerdictReached verdict) {
    Optional<TrackedDeployment> found = deployments.lock(verdict.deploymentId());
    if (found.isEmpty()) {
      return;
    }
    TrackedDeployment tracked = found.get();
    // The monitor judges the soak that runs; only the validator counts rounds.
    Optional<GateRow> gate =
        Gate.SOAK.equals(verdict.stage())
            ? tracked.gate().filter(row -> row.action == null)
            : open(tracked, verdict.round());
    gate.filter(row -> row.stage.equals(verdict.stage()))
        .ifPresent(
            row -> {
              verdict.checks().forEach(result -> record(tracked, result));
              row.action = verdict.action();
              row.reason = Objects.requireNonNullElse(verdict.reason(), "no reason was given");
              row.breached = verdict.breached();
              work.wake(WorkKind.DEPLOYMENT, tracked.id());
            });
  }

  private static Optional<GateRow> open(TrackedDeployment tracked, int round) {
    return tracked.gate().filter(row -> row.action == null && row.round == round);
  }

  private void record(TrackedDeployment tracked, CheckCompleted result) {
    tracked.course().checks().stream()
        .filter(step -> step.id().equals(result.checkId()))
        .filter(step -> tracked.step(step).state == StepState.RUNNING)
        .findFirst()
        .ifPresent(step -> record(tracked, step, result));
  }

  private void record(TrackedDeployment tracked, Step check, CheckCompleted result) {
    StepRow row = tracked.step(check);
    boolean passed = result.status() == CheckStatus.PASS || result.status() == CheckStatus.WARN;
    row.state = passed ? StepState.DONE : StepState.FAILED;
    row.detail = inWords(result);
    if (passed) {
      events.stepCompleted(tracked, check, row.detail, Duration.ofMillis(result.durationMs()));
    } else {
      events.stepFailed(tracked, check, row.detail);
    }
  }

  private static String inWords(CheckCompleted result) {
    StringBuilder words = new StringBuilder(result.name()).append(": ").append(result.status());
    if (result.value() != null) {
      words.append(", ").append(result.value());
    }
    if (result.limit() != null) {
      words.append(" (limit ").append(result.limit()).append(')');
    }
    return result.detail() == null ? words.toString() : words + ": " + result.detail();
  }
}
