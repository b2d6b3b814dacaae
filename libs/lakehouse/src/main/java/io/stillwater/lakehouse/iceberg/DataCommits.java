package io.stillwater.lakehouse.iceberg;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Commits of data that carry the step's stamp in their snapshot's summary. */
public final class DataCommits {
  private DataCommits() {}

  /** The stamped snapshot, as long as it has not expired. */
  public static Optional<Snapshot> find(Table table, StepStamp stamp) {
    return StreamSupport.stream(table.snapshots().spliterator(), false)
        .filter(snapshot -> carries(snapshot, stamp))
        .findFirst();
  }

  /** What a REPLACE takes away and puts in its place. */
  public record Replacement(Set<DataFile> data, Set<DeleteFile> deletes, Set<DataFile> replacedBy) {
    public Replacement {
      data = Set.copyOf(data);
      deletes = Set.copyOf(deletes);
      replacedBy = Set.copyOf(replacedBy);
    }
  }

  /**
   * One REPLACE snapshot, which streams skip. The new files get its sequence number; row-level
   * deletes that others committed since {@code plannedAt} would pass them by, so they are a
   * conflict.
   *
   * @throws org.apache.iceberg.exceptions.ValidationException when a replaced file is gone or has
   *     new deletes: plan again
   */
  public static void replace(
      Table table,
      StepStamp stamp,
      Map<String, String> summary,
      long plannedAt,
      Replacement replacement) {
    RewriteFiles rewrite =
        table
            .newRewrite()
            .validateFromSnapshot(plannedAt)
            .set(StepStamp.SUMMARY_STEP, stamp.stepId())
            .set(StepStamp.SUMMARY_DEPLOYMENT, stamp.deploymentId());
    replacement.data().forEach(rewrite::deleteFile);
    replacement.deletes().forEach(rewrite::deleteFile);
    replacement.replacedBy().forEach(rewrite::addFile);
    summary.forEach(rewrite::set);
    rewrite.commit();
  }

  private static boolean carries(Snapshot snapshot, StepStamp stamp) {
    Map<String, String> summary = snapshot.summary();
    return stamp.stepId().equals(summary.get(StepStamp.SUMMARY_STEP))
        && stamp.deploymentId().equals(summary.get(StepStamp.SUMMARY_DEPLOYMENT));
  }
}
