package io.stillwater.executor.sync;

import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.executor.persistence.SyncRepository;
import io.stillwater.executor.persistence.SyncRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Starts and ends the keeping in step of renamed columns. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ColumnSyncs {
  private final SyncRepository rows;
  private final WorkQueue work;

  ColumnSyncs(SyncRepository rows, WorkQueue work) {
    this.rows = rows;
    this.work = work;
  }

  /** From the first catch-up on, writers may write either name. */
  public void begin(TrackedDeployment tracked, Step step, StepArguments.CopyColumn columns) {
    SyncRow row = new SyncRow();
    row.deploymentId = tracked.id();
    row.stepId = step.id();
    row.tableName = step.target();
    row.oldColumn = columns.from();
    row.newColumn = columns.to();
    rows.persist(row);
    work.wake(WorkKind.SYNC, SyncWorker.id(row));
  }

  public void end(TrackedDeployment tracked, String because) {
    for (SyncRow row : rows.activeOf(tracked.id())) {
      row.endedAt = Instant.now();
      row.endedBecause = because;
    }
  }
}
