package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.iceberg.StepStamp;
import org.apache.iceberg.Table;

record CopyRun(EngineSettings settings, Table table, StepStamp stamp, CopyRequest request) {
  CopyOutcome backfill() {
    throw new QueryException("in the making");
  }

  CopyOutcome sync(Long syncedSnapshotId) {
    throw new QueryException("in the making, from " + syncedSnapshotId);
  }
}
