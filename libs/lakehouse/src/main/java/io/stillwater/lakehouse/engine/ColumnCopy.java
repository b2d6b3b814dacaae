package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.iceberg.StepStamp;
import org.apache.iceberg.Table;

/** Copies a column into another of the same rows by rewriting the files that need it. */
public final class ColumnCopy {
  private final EngineSettings settings;

  public ColumnCopy(EngineSettings settings) {
    this.settings = settings;
  }

  /**
   * Once, over the whole table, as one REPLACE commit that carries the stamp; does nothing when it
   * is there.
   *
   * @throws ValueDoesNotFitException before any effect, when values do not survive the cast
   * @throws QueryException before any effect, when the engine cannot carry the table's types
   */
  public CopyOutcome backfill(Table table, StepStamp stamp, CopyRequest request) {
    return new CopyRun(settings, table, stamp, request).backfill();
  }

  /**
   * Brings rows written since back into step; commits nothing when none is out of step.
   *
   * @param syncedSnapshotId of the outcome before; null for the whole table
   */
  public CopyOutcome sync(
      Table table, StepStamp stamp, CopyRequest request, Long syncedSnapshotId) {
    return new CopyRun(settings, table, stamp, request).sync(syncedSnapshotId);
  }
}
