package io.stillwater.lakehouse.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.io.CloseableIterable;

/** The files of one snapshot. */
final class SnapshotFiles {
  private SnapshotFiles() {}

  /** A data file and the deletes that apply to it. */
  record LiveFile(DataFile data, PartitionSpec spec, List<DeleteFile> deletes) {
    LiveFile {
      deletes = List.copyOf(deletes);
    }
  }

  static List<LiveFile> of(Table table, Long snapshotId) {
    return snapshotId == null ? List.of() : plan(table.newScan().useSnapshot(snapshotId));
  }

  /** With the bounds and counts of every column, which take memory. */
  static List<LiveFile> withMetrics(Table table, long snapshotId) {
    return plan(table.newScan().useSnapshot(snapshotId).includeColumnStats());
  }

  private static List<LiveFile> plan(TableScan scan) {
    List<LiveFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      for (FileScanTask task : tasks) {
        files.add(new LiveFile(task.file(), task.spec(), task.deletes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the plan of " + scan.table().name(), e);
    }
    return files;
  }
}
