package io.stillwater.checks.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;

/**
 * By how many rows the commits since a snapshot have made the table longer, as their summaries say.
 * Rewrites (REPLACE) make it no longer: one that doubles rows is not excused by itself.
 *
 * @param least rows of pure appends, which are all new
 * @param most with what overwrites have added beyond the rows of the files they took away;
 *     row-level deletes may still be among these
 * @param known false when the history no longer leads back to the snapshot
 */
record WriterGrowth(long least, long most, boolean known) {

  /**
   * @param snapshotId null for the time before the first snapshot
   */
  static WriterGrowth since(Table table, Long snapshotId) {
    List<Snapshot> commits = new ArrayList<>();
    Snapshot at = table.currentSnapshot();
    while (at != null && (snapshotId == null || at.snapshotId() != snapshotId)) {
      commits.add(at);
      Long parent = at.parentId();
      if (parent == null) {
        return sum(commits, snapshotId == null);
      }
      at = table.snapshot(parent);
    }
    return sum(commits, at != null || table.currentSnapshot() == null);
  }

  private static WriterGrowth sum(List<Snapshot> commits, boolean known) {
    if (!known) {
      return new WriterGrowth(0, 0, false);
    }
    long least = 0;
    long most = 0;
    for (Snapshot commit : commits) {
      long added = total(commit, SnapshotSummary.ADDED_RECORDS_PROP);
      long removed = total(commit, SnapshotSummary.DELETED_RECORDS_PROP);
      least += DataOperations.APPEND.equals(commit.operation()) ? added : 0;
      most += DataOperations.REPLACE.equals(commit.operation()) ? 0 : Math.max(0, added - removed);
    }
    return new WriterGrowth(least, most, true);
  }

  private static long total(Snapshot commit, String property) {
    return Long.parseLong(commit.summary().getOrDefault(property, "0"));
  }
}
