package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.iceberg.DataCommits;
import io.stillwater.lakehouse.iceberg.StepStamp;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** Copies a column into another of the same rows by rewriting the files that need it. */
public final class ColumnCopy {
  private final EngineSettings settings;

  public ColumnCopy(EngineSettings settings) {
    this.settings = settings;
  }

  /**
   * Once, over the whole table, as one REPLACE commit that carries the stamp; does nothing when it
   * is there. Rows whose target is set already keep it.
   *
   * @throws ValueDoesNotFitException before any effect, when values do not survive the cast
   * @throws QueryException before any effect, when the engine cannot carry the table's types
   */
  public CopyOutcome backfill(Table table, StepStamp stamp, CopyRequest request) {
    table.refresh();
    Optional<Snapshot> done = DataCommits.find(table, stamp);
    if (done.isPresent()) {
      new StepFolder(table, stamp).removeOrphans();
      return new CopyOutcome(false, 0, 0, 0, 0, 0, done.get().snapshotId());
    }
    return run(table, stamp, request, null);
  }

  /**
   * Brings rows written since back into step; commits nothing when none is out of step.
   *
   * @param syncedSnapshotId of the outcome before; null for the whole table
   */
  public CopyOutcome sync(
      Table table, StepStamp stamp, CopyRequest request, Long syncedSnapshotId) {
    table.refresh();
    return run(table, stamp, request, syncedSnapshotId);
  }

  private CopyOutcome run(Table table, StepStamp stamp, CopyRequest request, Long synced) {
    try (CopyRun run = new CopyRun(settings, table, stamp, request)) {
      CopyOutcome outcome = run.run(file -> addedSince(table, synced, file));
      if (outcome.committed()) {
        run.removeOrphans();
      }
      return outcome;
    }
  }

  /** Without sequence numbers (format version 1), or a history that leads there, all may be new. */
  private static boolean addedSince(Table table, Long synced, DataFile file) {
    if (synced == null || file.fileSequenceNumber() == null || file.fileSequenceNumber() == 0) {
      return true;
    }
    Snapshot before = table.snapshot(synced);
    return before == null
        || !SnapshotUtil.isAncestorOf(table, synced)
        || file.fileSequenceNumber() > before.sequenceNumber();
  }
}
