package io.stillwater.executor.machine;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.executor.domain.Deployment;
import io.stillwater.executor.domain.Planned;
import io.stillwater.executor.holds.HoldQueue;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.DeploymentRow;
import io.stillwater.executor.persistence.DeploymentRows;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.sync.ColumnSyncs;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Moves a deployment from state to state: the row, its events and what a state brings with it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Transitions {
  private final DeploymentEvents events;
  private final HoldQueue holds;
  private final WorkQueue work;
  private final ColumnSyncs syncs;
  private final DeploymentMeters meters;
  private final MachineConfig config;

  Transitions(
      DeploymentEvents events,
      HoldQueue holds,
      WorkQueue work,
      ColumnSyncs syncs,
      DeploymentMeters meters,
      MachineConfig config) {
    this.events = events;
    this.holds = holds;
    this.work = work;
    this.syncs = syncs;
    this.meters = meters;
    this.config = config;
  }

  public void become(TrackedDeployment tracked, Deployment next) {
    DeploymentState before = enter(tracked, next);
    events.stateChanged(tracked, before, next.reason());
    settle(tracked, before);
  }

  /** The planner's new plan is in place. */
  public void replanned(TrackedDeployment tracked, Planned next) {
    DeploymentState before = enter(tracked, next);
    events.planReplaced(tracked, before, next.reason());
    settle(tracked, before);
  }

  /** It stays where it is and says, once, what it waits for. */
  public void waitFor(TrackedDeployment tracked, String what) {
    DeploymentRow row = tracked.row();
    if (!Objects.equals(row.waitsFor, what)) {
      row.waitsFor = what;
      events.stateChanged(tracked, row.state, what);
    }
  }

  private DeploymentState enter(TrackedDeployment tracked, Deployment next) {
    DeploymentRow row = tracked.row();
    DeploymentState before = row.state;
    DeploymentRows.write(next, row);
    row.waitsFor = null;
    row.pauseReason = null;
    row.finishedAt = row.state.terminal() ? Instant.now() : null;
    return before;
  }

  private void settle(TrackedDeployment tracked, DeploymentState before) {
    DeploymentRow row = tracked.row();
    switch (row.state) {
      case COMPLETED -> {
        row.rollbackUntil = row.finishedAt.plus(rollbackWindow(tracked));
        letGo(tracked, row.rollbackUntil);
        events.completed(tracked);
      }
      case ROLLED_BACK -> {
        syncs.end(tracked, "rolled back");
        letGo(tracked, row.finishedAt.plus(rollbackWindow(tracked)));
        events.rolledBack(tracked);
      }
      case ROLLING_BACK -> syncs.end(tracked, "rolling back");
      case FAILED_NEEDS_HUMAN -> events.failed(tracked);
      default -> {}
    }
    meters.entered(tracked, before);
  }

  /** Gives the tables to those that wait, and plans the removal of the tags. */
  private void letGo(TrackedDeployment tracked, Instant tagsUntil) {
    holds.release(tracked.id()).forEach(next -> work.wake(WorkKind.DEPLOYMENT, next));
    work.wakeAt(WorkKind.TAGS, tracked.id(), tagsUntil);
  }

  private Duration rollbackWindow(TrackedDeployment tracked) {
    Duration promised =
        tracked.plan().policy() == null ? null : tracked.plan().policy().rollbackWindow();
    return promised == null ? config.rollbackWindow() : promised;
  }
}
