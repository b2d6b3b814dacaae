package io.stillwater.lakehouse.iceberg;

import java.time.Duration;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;

/** Tags that keep a snapshot from expiring while a rollback is promised. */
public final class SnapshotTags {
  private SnapshotTags() {}

  public static String name(String deploymentId) {
    return "stillwater-" + deploymentId;
  }

  /**
   * Does nothing when the tag is there, wherever it points: it marks the state before the
   * deployment's first effect.
   *
   * @return the snapshot that the tag names
   * @throws TableEditException when the table has no snapshot of that id
   */
  public static long create(Table table, String tag, long snapshotId, Duration keep) {
    table.refresh();
    SnapshotRef there = table.refs().get(tag);
    if (there != null) {
      return there.snapshotId();
    }
    if (table.snapshot(snapshotId) == null) {
      throw new TableEditException(
          "Table " + table.name() + " has no snapshot " + snapshotId + " to tag; it has expired");
    }
    try {
      table
          .manageSnapshots()
          .createTag(tag, snapshotId)
          .setMaxRefAgeMs(tag, keep.toMillis())
          .commit();
    } catch (IllegalArgumentException | CommitFailedException e) {
      table.refresh();
      SnapshotRef other = table.refs().get(tag);
      if (other == null) {
        throw e;
      }
      return other.snapshotId();
    }
    return snapshotId;
  }

  /** Does nothing when there is no such tag. */
  public static void remove(Table table, String tag) {
    table.refresh();
    if (table.refs().containsKey(tag)) {
      table.manageSnapshots().removeTag(tag).commit();
    }
  }
}
