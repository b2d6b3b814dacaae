package io.stillwater.executor.closing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.tables.TableMarks;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.executor.work.Worker;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes a deployment's tags when its rollback window has ended. */
@ApplicationScoped
public class TagWorker implements Worker {
  private final Deployments deployments;
  private final TableMarks marks;
  private final WorkQueue work;

  TagWorker(Deployments deployments, TableMarks marks, WorkQueue work) {
    this.deployments = deployments;
    this.marks = marks;
    this.work = work;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.TAGS;
  }

  @Override
  public void work(Lease<WorkItem> lease) {
    Plan plan = QuarkusTransaction.requiringNew().call(() -> planOfEnded(lease));
    if (plan != null) {
      marks.removeTags(plan);
    }
    QuarkusTransaction.requiringNew().run(() -> work.forget(lease));
  }

  /** Null for one that is being rolled back: its end sets the time anew. */
  private Plan planOfEnded(Lease<WorkItem> lease) {
    TrackedDeployment tracked = deployments.lock(lease.key().id()).orElseThrow();
    return tracked.deployment().state().terminal() ? tracked.plan() : null;
  }
}
