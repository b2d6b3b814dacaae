package io.stillwater.executor.persistence;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.executor.domain.ActiveDeployment;
import io.stillwater.executor.domain.AwaitingApproval;
import io.stillwater.executor.domain.Completed;
import io.stillwater.executor.domain.Deployment;
import io.stillwater.executor.domain.FailedNeedsHuman;
import io.stillwater.executor.domain.Paused;
import io.stillwater.executor.domain.Planned;
import io.stillwater.executor.domain.RolledBack;
import io.stillwater.executor.domain.RollingBack;
import io.stillwater.executor.domain.Running;

/** Rows to states of the domain and back. */
public final class DeploymentRows {
  private DeploymentRows() {}

  public static Deployment read(DeploymentRow row) {
    return switch (row.state) {
      case PAUSED -> new Paused(active(row, row.fromState), row.pauseCause, row.reason);
      case FAILED_NEEDS_HUMAN -> new FailedNeedsHuman(active(row, row.fromState), row.reason);
      case COMPLETED -> new Completed(row.reason);
      case ROLLED_BACK -> new RolledBack(row.reason);
      default -> active(row, row.state);
    };
  }

  private static ActiveDeployment active(DeploymentRow row, DeploymentState state) {
    return switch (state) {
      case PLANNED -> new Planned(row.approved, row.stale, row.reason);
      case AWAITING_APPROVAL -> new AwaitingApproval(row.approved, row.reason);
      case ROLLING_BACK -> new RollingBack(row.reason);
      default -> new Running(row.phase, row.soakUntil, row.reason);
    };
  }

  public static void write(Deployment deployment, DeploymentRow row) {
    row.state = deployment.state();
    row.reason = deployment.reason();
    row.fromState = null;
    row.pauseCause = null;
    if (deployment instanceof Paused paused) {
      row.pauseCause = paused.cause();
      from(paused.from(), row);
    } else if (deployment instanceof FailedNeedsHuman failed) {
      from(failed.at(), row);
    } else if (deployment instanceof ActiveDeployment active) {
      details(active, row);
    }
  }

  private static void from(ActiveDeployment active, DeploymentRow row) {
    row.fromState = active.state();
    details(active, row);
  }

  private static void details(ActiveDeployment active, DeploymentRow row) {
    if (active instanceof Planned planned) {
      row.approved = planned.approved();
      row.stale = planned.stale();
    } else if (active instanceof AwaitingApproval waiting) {
      row.approved = waiting.approved();
      row.stale = false;
    } else if (active instanceof Running running) {
      row.phase = running.phase();
      row.soakUntil = running.soakUntil();
    }
  }
}
