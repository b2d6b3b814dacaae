package io.stillwater.catalogs.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;

/**
 * How large a table is at a version.
 *
 * @param records null where a file has no statistics
 */
record DeltaSize(Long records, long files, long bytes) {

  /** Reads the statistics of the log, no data. */
  static DeltaSize of(Snapshot snapshot, Engine engine) throws IOException {
    long files = 0;
    long bytes = 0;
    Long records = 0L;
    ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            AddFile file =
                new AddFile(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
            files++;
            bytes += file.getSize();
            Long live = records(file);
            records = records == null || live == null ? null : records + live;
          }
        }
      }
    }
    return new DeltaSize(records, files, bytes);
  }

  /** Without the rows that a deletion vector takes away. */
  private static Long records(AddFile file) {
    long deleted = file.getDeletionVector().map(vector -> vector.getCardinality()).orElse(0L);
    return file.getNumRecords().map(all -> all - deleted).orElse(null);
  }
}
