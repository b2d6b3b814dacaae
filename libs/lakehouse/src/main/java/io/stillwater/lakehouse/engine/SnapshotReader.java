package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** Writes the SELECT that gives the live rows of a pinned table. */
final class SnapshotReader {
  private final DuckDb duck;
  private int tables;

  SnapshotReader(DuckDb duck) {
    this.duck = duck;
  }

  /**
   * @throws QueryException when the table has types, formats or places that DuckDB cannot read
   */
  String select(PinnedTable pinned) {
    DuckTypes.requireReadable(pinned.name().toString(), pinned.schema());
    List<LiveFile> files = SnapshotFiles.of(pinned.table(), pinned.snapshotId());
    if (files.isEmpty()) {
      return nothing(pinned.schema());
    }
    FileLayouts layouts =
        FileLayouts.of(duck, pinned.table(), files.stream().map(LiveFile::data).toList());
    Map<FileGroup, List<LiveFile>> groups = new LinkedHashMap<>();
    for (LiveFile file : files) {
      groups
          .computeIfAbsent(FileGroup.of(file, layouts, pinned.schema()), k -> new ArrayList<>())
          .add(file);
    }
    DeleteTables deletes =
        DeleteTables.load(duck, "deletes" + tables++, pinned.table(), files, layouts);
    return groups.entrySet().stream()
        .map(group -> select(pinned.schema(), group.getKey(), group.getValue(), deletes))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  private static String select(
      Schema schema, FileGroup group, List<LiveFile> files, DeleteTables deletes) {
    Projection projection = group.projection();
    String columns =
        schema.columns().stream()
            .map(field -> projection.column(field) + " AS " + DuckDb.name(field.name()))
            .collect(Collectors.joining(",\n  "));
    return "SELECT " + columns + "\nFROM " + deletes.liveRows(group, files);
  }

  private static String nothing(Schema schema) {
    return schema.columns().stream()
        .map(SnapshotReader::nothing)
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }

  private static String nothing(Types.NestedField field) {
    return "CAST(NULL AS %s) AS %s"
        .formatted(DuckTypes.of(field.type()), DuckDb.name(field.name()));
  }
}
