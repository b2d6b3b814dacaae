package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.TableName;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * A table at one snapshot, read through one schema.
 *
 * @param snapshotId null for a table without data
 */
public record PinnedTable(TableName name, Table table, Long snapshotId, Schema schema) {

  public static PinnedTable current(TableName name, Table table) {
    Long snapshotId =
        Optional.ofNullable(table.currentSnapshot()).map(Snapshot::snapshotId).orElse(null);
    return new PinnedTable(name, table, snapshotId, table.schema());
  }

  /** An earlier snapshot with the columns it had then. */
  public static PinnedTable at(TableName name, Table table, long snapshotId) {
    if (table.snapshot(snapshotId) == null) {
      throw new IllegalArgumentException(
          "Table " + name + " has no snapshot " + snapshotId + "; it may have expired");
    }
    return new PinnedTable(name, table, snapshotId, SnapshotUtil.schemaFor(table, snapshotId));
  }

  public PinnedTable withSchema(Schema other) {
    return new PinnedTable(name, table, snapshotId, other);
  }
}
