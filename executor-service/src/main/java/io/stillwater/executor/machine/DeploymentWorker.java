package io.stillwater.executor.machine;

import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.Worker;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a deployment as far as it can go now. */
@ApplicationScoped
public class DeploymentWorker implements Worker {
  private final Moves moves;
  private final OutsideMoves outside;

  DeploymentWorker(Moves moves, OutsideMoves outside) {
    this.moves = moves;
    this.outside = outside;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.DEPLOYMENT;
  }

  @Override
  public void work(Lease<WorkItem> lease) {
    Moves.Next next = moves.decide(lease);
    while (!(next instanceof Moves.Next.Rest)) {
      if (next instanceof Moves.Next.Job job && !outside.make(lease, job)) {
        return;
      }
      next = moves.decide(lease);
    }
  }
}
