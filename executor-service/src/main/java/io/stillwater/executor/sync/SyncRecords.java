package io.stillwater.executor.sync;

import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.SyncRepository;
import io.stillwater.executor.persistence.SyncRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** What a sync has to do, and what it did. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SyncRecords {
  private final SyncRepository rows;
  private final Deployments deployments;
  private final DeploymentEvents events;
  private final WorkQueue work;
  private final SyncConfig config;

  SyncRecords(
      SyncRepository rows,
      Deployments deployments,
      DeploymentEvents events,
      WorkQueue work,
      SyncConfig config) {
    this.rows = rows;
    this.deployments = deployments;
    this.events = events;
    this.work = work;
    this.config = config;
  }

  /**
   * @param snapshotId up to where the columns are in step; null before the first look
   */
  public record Task(
      String deploymentId, String stepId, String table, CopyColumn columns, Long snapshotId) {}

  /** Empty, and the work forgotten, when the sync has ended. */
  public Optional<Task> task(Lease<WorkItem> lease) {
    SyncRow row = row(lease);
    if (row.endedAt != null) {
      work.forget(lease);
      return Optional.empty();
    }
    TrackedDeployment tracked = deployments.lock(row.deploymentId).orElseThrow();
    CopyColumn columns = (CopyColumn) step(tracked, row).arguments();
    return Optional.of(
        new Task(row.deploymentId, row.stepId, row.tableName, columns, row.snapshotId));
  }

  public void synced(Lease<WorkItem> lease, CopyOutcome outcome) {
    SyncRow row = row(lease);
    row.snapshotId = outcome.syncedSnapshotId();
    if (row.conflicts != outcome.conflicts()) {
      row.conflicts = outcome.conflicts();
      TrackedDeployment tracked = deployments.lock(row.deploymentId).orElseThrow();
      events.conflictsNoticed(tracked, step(tracked, row), row.conflicts, inWords(row));
    }
    release(lease);
  }

  /** For good: there is nothing left to keep in step. */
  public void ended(Lease<WorkItem> lease, String because) {
    SyncRow row = row(lease);
    row.endedAt = Instant.now();
    row.endedBecause = because;
    work.forget(lease);
  }

  public void lookAgain(Lease<WorkItem> lease) {
    release(lease);
  }

  /** Private, as a call of an own public method would open a transaction of its own. */
  private void release(Lease<WorkItem> lease) {
    work.release(lease, Instant.now().plus(config.every()));
  }

  private SyncRow row(Lease<WorkItem> lease) {
    work.fence(lease);
    String[] parts = SyncWorker.parts(lease);
    return rows.findById(new StepRow.Key(parts[0], parts[1]));
  }

  private static Step step(TrackedDeployment tracked, SyncRow row) {
    return tracked.plan().step(row.stepId).orElseThrow();
  }

  private static String inWords(SyncRow row) {
    return row.conflicts == 0
        ? "%s: %s and %s agree again in all rows"
            .formatted(row.tableName, row.oldColumn, row.newColumn)
        : "%s: %d row(s) hold different values in %s and %s; they are left alone and block the contraction"
            .formatted(row.tableName, row.conflicts, row.oldColumn, row.newColumn);
  }
}
