package io.stillwater.executor.sync;

import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.persistence.SyncRow;
import io.stillwater.executor.steps.iceberg.CopyRequests;
import io.stillwater.executor.sync.SyncRecords.Task;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.Worker;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.iceberg.StepStamp;
import io.stillwater.service.work.Lease;
import io.stillwater.service.work.LeaseLostException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jboss.logging.Logger;

/**
 * Looks for new snapshots of a table in which two columns are kept in step, and brings the new rows
 * into step. It holds nothing: a commit that loses a race is made again.
 */
@ApplicationScoped
public class SyncWorker implements Worker {
  private static final Logger LOG = Logger.getLogger(SyncWorker.class);
  private static final String SEPARATOR = "/";

  private final Lake lake;
  private final SyncRecords records;

  SyncWorker(Lake lake, SyncRecords records) {
    this.lake = lake;
    this.records = records;
  }

  static String id(SyncRow row) {
    return row.deploymentId + SEPARATOR + row.stepId;
  }

  static String[] parts(Lease<WorkItem> lease) {
    return lease.key().id().split(SEPARATOR, 2);
  }

  @Override
  public WorkKind kind() {
    return WorkKind.SYNC;
  }

  @Override
  public void work(Lease<WorkItem> lease) {
    Optional<Task> task = records.task(lease);
    if (task.isEmpty()) {
      return;
    }
    try {
      sync(lease, task.get());
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warnf("Sync %s failed, tried again: %s", lease.key().id(), e);
      records.lookAgain(lease);
    }
  }

  private void sync(Lease<WorkItem> lease, Task task) {
    TableName name = TableName.parse(task.table());
    Optional<Table> found = lake.find(name);
    if (found.isEmpty()) {
      records.ended(lease, "the table is gone");
      return;
    }
    Table table = found.get();
    CopyColumn copy = task.columns();
    if (!has(table, copy.from()) || !has(table, copy.to())) {
      records.ended(lease, SyncRow.NAME_GONE);
      return;
    }
    Long current =
        Optional.ofNullable(table.currentSnapshot()).map(Snapshot::snapshotId).orElse(null);
    if (Objects.equals(current, task.snapshotId())) {
      records.lookAgain(lease);
      return;
    }
    StepStamp stamp = new StepStamp(task.deploymentId(), task.stepId());
    CopyOutcome outcome =
        lake.columnCopy().sync(table, stamp, CopyRequests.of(copy), task.snapshotId());
    records.synced(lease, outcome);
  }

  private static boolean has(Table table, String column) {
    return table.schema().findField(IcebergTypes.name(ColumnPath.parse(column))) != null;
  }
}
