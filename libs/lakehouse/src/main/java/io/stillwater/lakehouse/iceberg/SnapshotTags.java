package io.stillwater.lakehouse.iceberg;

import java.time.Duration;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;

/** Tags that keep a snapshot from expiring while a rollback is promised. */
public final class SnapshotTags {
  /**
   * A tag outlives what is promised by this: the promise counts from the end of a deployment, which
   * may wait for people first. Whoever made the tag removes it; this bounds one that is forgotten.
   */
  private static final Duration SLACK = Duration.ofDays(30);

  private SnapshotTags() {}

  public static String name(String deploymentId) {
    return "stillwater-" + deploymentId;
  }

  /**
   * Does nothing when the tag is there, wherever it points: it marks the state before the
   * deployment's first effect.
   *
   * @param keep how long from now the snapshot is needed at least
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
          .setMaxRefAgeMs(tag, age(table.snapshot(snapshotId)).plus(keep).plus(SLACK).toMillis())
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

  /** Iceberg counts a tag's age from its snapshot's commit, which may be long past. */
  private static Duration age(Snapshot snapshot) {
    return Duration.ofMillis(Math.max(0, System.currentTimeMillis() - snapshot.timestampMillis()));
  }

  /** Does nothing when there is no such tag. */
  public static void remove(Table table, String tag) {
    table.refresh();
    if (table.refs().containsKey(tag)) {
      table.manageSnapshots().removeTag(tag).commit();
    }
  }
}
