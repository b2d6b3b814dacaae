package io.stillwater.executor.machine;

import io.stillwater.events.plan.Step;
import io.stillwater.executor.domain.RollingBack;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.steps.StepHandler.Undone;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;

/** Writes down how an undo went, apart from doing it: each call is one fenced transaction. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class UndoRecords {
  private final Deployments deployments;
  private final WorkQueue work;
  private final DeploymentEvents events;
  private final MachineConfig config;

  UndoRecords(
      Deployments deployments, WorkQueue work, DeploymentEvents events, MachineConfig config) {
    this.deployments = deployments;
    this.work = work;
    this.events = events;
    this.config = config;
  }

  /**
   * An attempt begins.
   *
   * @return false when a command has changed the deployment's course meanwhile
   */
  public boolean begun(Lease<WorkItem> lease, Step step) {
    TrackedDeployment tracked = lock(lease);
    if (!(tracked.deployment() instanceof RollingBack) || tracked.row().pauseReason != null) {
      return false;
    }
    StepRow row = tracked.step(step);
    if (row.state != StepState.UNDOING) {
      row.state = StepState.UNDOING;
      row.attempts = 0;
      row.attemptLimit = config.maxAttempts();
      row.startedAt = Instant.now();
      row.deadlineAt = row.startedAt.plus(config.stepDeadline());
    }
    row.attempts++;
    row.lastError = null;
    row.nextAttemptAt = null;
    return true;
  }

  /** The effect is there although it was never recorded: it has to be taken back too. */
  public void foundDone(Lease<WorkItem> lease, Step step) {
    lock(lease).step(step).finishedAt = Instant.now();
  }

  /** The step had begun and never came to its effect. */
  public void neverDone(Lease<WorkItem> lease, Step step) {
    lock(lease).step(step).state = StepState.UNDONE;
  }

  public void ended(Lease<WorkItem> lease, Step step, Undone how) {
    TrackedDeployment tracked = lock(lease);
    StepRow row = tracked.step(step);
    Instant now = Instant.now();
    row.lastError = null;
    if (how instanceof Undone.TakenBack taken) {
      row.state = StepState.UNDONE;
      row.detail = taken.detail();
      events.stepUndone(tracked, step, taken.detail(), Duration.between(row.startedAt, now));
    } else if (how instanceof Undone.Kept kept) {
      row.state = StepState.KEPT;
      row.detail = kept.reason();
      tracked.keep(InsideMoves.describe(step), kept.reason());
    }
  }

  public void failed(Lease<WorkItem> lease, Step step, String error) {
    TrackedDeployment tracked = lock(lease);
    StepRow row = tracked.step(step);
    row.lastError = error;
    row.nextAttemptAt = Instant.now().plus(config.backoff().after(row.attempts));
    events.stepFailed(tracked, step, "undo: " + error);
  }

  private TrackedDeployment lock(Lease<WorkItem> lease) {
    TrackedDeployment tracked = deployments.lock(lease.key().id()).orElseThrow();
    work.fence(lease);
    return tracked;
  }
}
