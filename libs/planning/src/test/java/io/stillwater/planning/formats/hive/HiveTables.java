package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hive tables with a column of every kind that the rules tell apart. */
final class HiveTables {
  private HiveTables() {}

  /**
   * @param variant the storage format, then words: parted, bucketed, lax for a metastore that does
   *     not check types, empty, external, purge, acid, or a property as name=value
   */
  static TableState table(String variant) {
    Map<String, String> settings = new HashMap<>();
    String[] words = variant.strip().split("\\s+");
    settings.put("storage.format", words[0]);
    List<String> partitions = List.of();
    long records = 1_000;
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      switch (word) {
        case "parted" -> partitions = List.of("region");
        case "bucketed" -> partitions = List.of("bucket(4, n)");
        case "lax" ->
            settings.put("hive.metastore.disallow.incompatible.col.type.changes", "false");
        case "external" -> settings.put("EXTERNAL", "TRUE");
        case "purge" -> settings.put("external.table.purge", "true");
        case "acid" -> settings.put("transactional", "true");
        case "empty" -> records = 0;
        default -> settings.put(word.split("=", 2)[0], word.split("=", 2)[1]);
      }
    }
    return TableState.builder(TableName.parse("lake.app.events"), TableFormat.HIVE, 1)
        .catalogType("HIVE")
        .columns(columns())
        .partitionSpecs(List.of(new PartitionSpecState(0, true, partitions)))
        .properties(settings)
        .size(records, records == 0 ? 0L : 4L, records)
        .build();
  }

  private static List<Column> columns() {
    return List.of(
        column("small", "smallint"),
        column("n", "int"),
        column("big", "bigint"),
        column("f", "float"),
        column("amount", "decimal(10,2)"),
        column("day", "date"),
        column("flag", "boolean"),
        column("code", "varchar(8)"),
        column("text", "string"),
        Column.required(null, "must", Lakes.type("string")),
        column("s", "struct<a: int, b: string>"),
        column("list", "array<struct<p: int>>"),
        column("map", "map<struct<k: int>, int>"),
        column("last", "int"),
        column("region", "string"));
  }

  private static Column column(String name, String type) {
    return Column.of(null, name, Lakes.type(type));
  }
}
