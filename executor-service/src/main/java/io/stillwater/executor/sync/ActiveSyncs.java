package io.stillwater.executor.sync;

import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.SyncRepository;
import io.stillwater.executor.persistence.SyncRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.steps.ColumnsInStep;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** What is kept in step, for the steps that end it or bring it back. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ActiveSyncs implements ColumnsInStep {
  private final SyncRepository rows;
  private final Deployments deployments;
  private final WorkQueue work;

  ActiveSyncs(SyncRepository rows, Deployments deployments, WorkQueue work) {
    this.rows = rows;
    this.deployments = deployments;
    this.work = work;
  }

  @Override
  public Optional<InStep> from(String table, String column) {
    return rows.activeFrom(table, column).map(this::inStep);
  }

  private InStep inStep(SyncRow row) {
    TrackedDeployment tracked = deployments.find(row.deploymentId).orElseThrow();
    CopyColumn columns = (CopyColumn) tracked.plan().step(row.stepId).orElseThrow().arguments();
    return new InStep(row.deploymentId, row.stepId, columns, row.snapshotId);
  }

  /** From the start: what was written while the column was gone was never looked at. */
  @Override
  public void resume(String table, String column) {
    for (SyncRow row : rows.endedWithName(table, column)) {
      row.endedAt = null;
      row.endedBecause = null;
      row.snapshotId = null;
      work.wake(WorkKind.SYNC, SyncWorker.id(row));
    }
  }
}
