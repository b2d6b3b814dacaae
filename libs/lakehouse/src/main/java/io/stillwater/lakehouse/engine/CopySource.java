package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/**
 * The live rows of single files, as SELECTs: columns {@code v0}, {@code v1} … in the schema's
 * order, {@code row_pos} in the file and, where the file keeps them, {@code row_id} and {@code
 * row_updated}.
 */
final class CopySource {
  private final Schema schema;
  private final FileLayouts layouts;
  private final DeleteTables deletes;

  private CopySource(Schema schema, FileLayouts layouts, DeleteTables deletes) {
    this.schema = schema;
    this.layouts = layouts;
    this.deletes = deletes;
  }

  static CopySource load(DuckDb duck, String prefix, Table table, List<LiveFile> files) {
    FileLayouts layouts = FileLayouts.of(duck, table, files.stream().map(LiveFile::data).toList());
    return new CopySource(
        table.schema(), layouts, DeleteTables.load(duck, prefix, table, files, layouts));
  }

  /** Whether the rows' ids are known, which format version 3 wants kept. */
  static boolean hasLineage(LiveFile file) {
    return file.data().firstRowId() != null;
  }

  String rows(LiveFile file) {
    FileGroup group = FileGroup.of(file, layouts, schema);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < schema.columns().size(); i++) {
      columns.add(group.projection().column(schema.columns().get(i)) + " AS v" + i);
    }
    columns.add("f.row_pos AS row_pos");
    if (hasLineage(file)) {
      columns.add(group.projection().column(MetadataColumns.ROW_ID) + " AS row_id");
      columns.add(
          group.projection().column(MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER)
              + " AS row_updated");
    }
    return "SELECT "
        + String.join(", ", columns)
        + " FROM "
        + deletes.liveRowsWithPosition(group, file);
  }
}
