package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * Row-level deletes of a snapshot as tables of DuckDB: {@code <prefix>_files}, {@code
 * <prefix>_positions} and one per set of columns that equality deletes name.
 */
final class DeleteTables {
  private final DuckDb duck;
  private final String prefix;
  private final Table table;
  private final Partitions partitions = new Partitions();
  private final Map<Set<Integer>, String> equality = new LinkedHashMap<>();

  private DeleteTables(DuckDb duck, String prefix, Table table) {
    this.duck = duck;
    this.prefix = prefix;
    this.table = table;
  }

  static DeleteTables load(
      DuckDb duck, String prefix, Table table, List<LiveFile> files, FileLayouts layouts) {
    DeleteTables tables = new DeleteTables(duck, prefix, table);
    List<LiveFile> touched = files.stream().filter(file -> !file.deletes().isEmpty()).toList();
    if (!touched.isEmpty()) {
      tables.loadFiles(touched);
      tables.loadPositions(touched);
      tables.loadEquality(touched);
    }
    return tables;
  }

  /** The rows of the files that no delete applies to, as the FROM part of a SELECT. */
  String liveRows(FileGroup group, List<LiveFile> files) {
    int width = group.projection().file().size();
    return group.withDeletes()
        ? undeleted(group, files)
        : readParquet(files, "") + Projection.aliases(width);
  }

  /** Those of one file, with {@code f.row_pos}. */
  String liveRowsWithPosition(FileGroup group, LiveFile file) {
    int width = group.projection().file().size();
    return group.withDeletes()
        ? undeleted(group, List.of(file))
        : readParquet(List.of(file), ", file_row_number = true")
            + Projection.aliases(width, "row_pos");
  }

  private static String readParquet(List<LiveFile> files, String options) {
    List<String> paths = files.stream().map(file -> ParquetFiles.path(file.data())).toList();
    return "read_parquet(%s, hive_partitioning = false%s) AS f"
        .formatted(ParquetFiles.list(paths), options);
  }

  private String undeleted(FileGroup group, List<LiveFile> files) {
    int width = group.projection().file().size();
    StringBuilder from = new StringBuilder();
    from.append("(SELECT f.*, files.id AS file_id, files.seq AS seq, files.part AS part FROM ")
        .append(readParquet(files, ", filename = true, file_row_number = true"))
        .append(Projection.aliases(width, "row_pos", "row_file"))
        .append(" JOIN %s_files AS files ON files.path = f.row_file) AS f".formatted(prefix))
        .append("\nANTI JOIN %s_positions AS p".formatted(prefix))
        .append(" ON p.file_id = f.file_id AND p.pos = f.row_pos");
    int number = 0;
    for (Map.Entry<Set<Integer>, String> one : equality.entrySet()) {
      from.append(equalityJoin(one.getKey(), one.getValue(), "e" + number++, group.projection()));
    }
    return from.toString();
  }

  private String equalityJoin(
      Set<Integer> ids, String deletes, String alias, Projection projection) {
    String keys =
        ids.stream()
            .map(
                id ->
                    "%s.k%d IS NOT DISTINCT FROM %s"
                        .formatted(alias, id, projection.column(field(id))))
            .collect(Collectors.joining(" AND "));
    return "\nANTI JOIN %s AS %s ON %s AND %s.seq > f.seq AND (%s.part IS NULL OR %s.part = f.part)"
        .formatted(deletes, alias, keys, alias, alias, alias);
  }

  private void loadFiles(List<LiveFile> files) {
    duck.execute(
        "CREATE TEMP TABLE "
            + prefix
            + "_files (id INTEGER, path VARCHAR, location VARCHAR, seq BIGINT, part INTEGER)");
    DuckDbRows.append(
        duck,
        prefix + "_files",
        appender -> {
          int id = 0;
          for (LiveFile file : files) {
            appender.row(
                id++,
                ParquetFiles.path(file.data()),
                file.data().location(),
                file.data().dataSequenceNumber(),
                partitions.of(file.spec(), file.data().partition()));
          }
        });
  }

  private void loadPositions(List<LiveFile> files) {
    duck.execute("CREATE TEMP TABLE " + prefix + "_positions (file_id INTEGER, pos BIGINT)");
    Map<String, DeleteFile> parquet = new LinkedHashMap<>();
    DuckDbRows.append(
        duck,
        prefix + "_positions",
        appender -> {
          for (int id = 0; id < files.size(); id++) {
            for (DeleteFile delete : files.get(id).deletes()) {
              if (ContentFileUtil.isDV(delete)) {
                int fileId = id;
                DeletionVectors.read(table, delete).forEach(pos -> appender.row(fileId, pos));
              } else if (delete.content() == FileContent.POSITION_DELETES) {
                parquet.put(delete.location(), delete);
              }
            }
          }
        });
    if (!parquet.isEmpty()) {
      List<String> paths = parquet.values().stream().map(ParquetFiles::path).toList();
      duck.execute(
          "INSERT INTO %s_positions SELECT files.id, d.pos FROM read_parquet(%s, hive_partitioning = false, union_by_name = true) AS d JOIN %s_files AS files ON files.location = d.file_path"
              .formatted(prefix, ParquetFiles.list(paths), prefix));
    }
  }

  private void loadEquality(List<LiveFile> files) {
    Map<String, DeleteFile> deletes = new LinkedHashMap<>();
    for (LiveFile file : files) {
      for (DeleteFile delete : file.deletes()) {
        if (delete.content() == FileContent.EQUALITY_DELETES) {
          deletes.put(delete.location(), delete);
        }
      }
    }
    FileLayouts layouts = FileLayouts.of(duck, table, deletes.values());
    for (DeleteFile delete : deletes.values()) {
      loadEquality(delete, layouts);
    }
  }

  private void loadEquality(DeleteFile delete, FileLayouts layouts) {
    Set<Integer> ids = new TreeSet<>(delete.equalityFieldIds());
    String target = equality.computeIfAbsent(ids, this::createEquality);
    Projection projection = new Projection(layouts.of(delete), Map.of());
    String keys =
        ids.stream().map(id -> projection.column(field(id))).collect(Collectors.joining(", "));
    var spec = table.specs().get(delete.specId());
    String part =
        spec.isUnpartitioned() ? "NULL" : Integer.toString(partitions.of(spec, delete.partition()));
    duck.execute(
        "INSERT INTO %s SELECT %d, %s, %s FROM read_parquet(%s, hive_partitioning = false) AS f%s"
            .formatted(
                target,
                delete.dataSequenceNumber(),
                part,
                keys,
                ParquetFiles.list(List.of(ParquetFiles.path(delete))),
                Projection.aliases(projection.file().size())));
  }

  private String createEquality(Set<Integer> ids) {
    String name = prefix + "_equality" + equality.size();
    String keys =
        ids.stream()
            .map(id -> "k" + id + " " + DuckTypes.of(field(id).type()))
            .collect(Collectors.joining(", "));
    duck.execute("CREATE TEMP TABLE " + name + " (seq BIGINT, part INTEGER, " + keys + ")");
    return name;
  }

  /** A delete may name a column that was dropped since; an older schema still knows it. */
  private Types.NestedField field(int id) {
    Types.NestedField field = table.schema().findField(id);
    if (field != null) {
      return field;
    }
    return table.schemas().values().stream()
        .map(schema -> schema.findField(id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new QueryException(
                    "A delete of table %s names field %d, which no schema has any more"
                        .formatted(table.name(), id)));
  }
}
