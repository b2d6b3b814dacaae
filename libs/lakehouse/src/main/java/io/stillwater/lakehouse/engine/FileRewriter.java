package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.Types;

/** Writes one data file anew with the copied values, without its deleted rows. */
final class FileRewriter {
  /** Rows of a group are held in memory, per thread, until it is written. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  /** What Parquet saves at most by encoding, as far as a guess needs it. */
  private static final long INFLATION = 8;

  private static final long MIN_GROUP_ROWS = 2048;
  private static final long MAX_GROUP_ROWS = 122_880;
  private static final Map<String, String> CODECS =
      Map.of(
          "zstd", "zstd", "snappy", "snappy", "gzip", "gzip", "lz4", "lz4_raw", "brotli", "brotli");

  private final DuckDb duck;
  private final Table table;
  private final CopyColumns copy;
  private final CopySource source;

  FileRewriter(DuckDb duck, Table table, CopyColumns copy, CopySource source) {
    this.duck = duck;
    this.table = table;
    this.copy = copy;
    this.source = source;
  }

  DataFile rewrite(LiveFile file, String location, String path, boolean changesSource) {
    List<Types.NestedField> columns = outputColumns(file);
    String order = file.deletes().isEmpty() ? "" : " ORDER BY row_pos";
    duck.execute(
        "COPY (SELECT %s FROM (%s) AS r%s) TO %s (FORMAT parquet, FIELD_IDS %s, COMPRESSION %s, ROW_GROUP_SIZE %d)"
            .formatted(
                String.join(", ", outputValues(file)),
                source.rows(file),
                order,
                DuckDb.text(path),
                FieldIds.of(columns),
                codec(),
                groupRows(file.data())));
    Set<Integer> changed =
        changesSource
            ? Set.of(copy.to().fieldId(), copy.from().fieldId())
            : Set.of(copy.to().fieldId());
    FileFooter footer = FileFooter.read(duck, path);
    FileMetrics metrics = new FileMetrics(duck, table, copy, changed);
    return DataFiles.builder(file.spec())
        .withPath(location)
        .withFormat(FileFormat.PARQUET)
        .withPartition(file.data().partition())
        .withFileSizeInBytes(footer.fileBytes())
        .withSplitOffsets(footer.groupOffsets())
        .withSortOrder(sortOrder(file.data(), changed))
        .withMetrics(metrics.of(file.data(), footer, path))
        .build();
  }

  private List<Types.NestedField> outputColumns(LiveFile file) {
    List<Types.NestedField> columns = new ArrayList<>(table.schema().columns());
    if (CopySource.hasLineage(file)) {
      columns.add(MetadataColumns.ROW_ID);
      columns.add(MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER);
    }
    return columns;
  }

  /** A changed row has no sequence number of its own: it takes the one of this commit. */
  private List<String> outputValues(LiveFile file) {
    List<String> values = new ArrayList<>();
    List<String> copied = copy.values();
    Schema schema = table.schema();
    for (int i = 0; i < copied.size(); i++) {
      Types.NestedField field = schema.columns().get(i);
      values.add(
          "CAST(%s AS %s) AS %s"
              .formatted(copied.get(i), DuckTypes.of(field.type()), DuckDb.name(field.name())));
    }
    if (CopySource.hasLineage(file)) {
      values.add(
          "coalesce(row_id, %d + row_pos) AS %s"
              .formatted(file.data().firstRowId(), DuckDb.name(MetadataColumns.ROW_ID.name())));
      values.add(
          "CASE WHEN %s OR %s THEN NULL ELSE coalesce(row_updated, %d) END AS %s"
              .formatted(
                  copy.copies(),
                  copy.copiesBack(),
                  file.data().dataSequenceNumber(),
                  DuckDb.name(MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER.name())));
    }
    return values;
  }

  /** A file sorted by a column that changed is sorted no more. */
  private SortOrder sortOrder(DataFile file, Set<Integer> changed) {
    SortOrder order =
        file.sortOrderId() == null ? null : table.sortOrders().get(file.sortOrderId());
    boolean stillSorted =
        order != null
            && order.fields().stream().noneMatch(field -> changed.contains(field.sourceId()));
    return stillSorted ? order : SortOrder.unsorted();
  }

  private String codec() {
    String wanted =
        table
            .properties()
            .getOrDefault(
                TableProperties.PARQUET_COMPRESSION,
                TableProperties.PARQUET_COMPRESSION_DEFAULT_SINCE_1_4_0)
            .toLowerCase(Locale.ROOT);
    return CODECS.getOrDefault(wanted, "uncompressed");
  }

  private static long groupRows(DataFile file) {
    long rowBytes =
        Math.max(1, INFLATION * file.fileSizeInBytes() / Math.max(1, file.recordCount()));
    return Math.max(MIN_GROUP_ROWS, Math.min(MAX_GROUP_ROWS, ROW_GROUP_BYTES / rowBytes));
  }
}
