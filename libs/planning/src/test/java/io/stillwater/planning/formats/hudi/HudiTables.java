package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hudi tables with a column of every kind that the rules tell apart. */
final class HudiTables {
  private HudiTables() {}

  /**
   * @param variant words: cow or mor, sor for schema on read, fills for writers that fill missing
   *     columns, v6 and the like for the table's version, noordering
   */
  static TableState table(String variant) {
    Map<String, String> settings = new HashMap<>();
    settings.put("hoodie.table.recordkey.fields", "id, tenant");
    settings.put("hoodie.table.precombine.field", "seq");
    settings.put("hoodie.table.partition.fields", "region:SIMPLE");
    for (String word : variant.strip().split("\\s+")) {
      switch (word) {
        case "cow" -> settings.put("hoodie.table.type", "COPY_ON_WRITE");
        case "mor" -> settings.put("hoodie.table.type", "MERGE_ON_READ");
        case "sor" -> settings.put("hoodie.schema.on.read.enable", "true");
        case "fills" -> settings.put("hoodie.write.set.null.for.missing.columns", "true");
        case "noordering" -> settings.remove("hoodie.table.precombine.field");
        default -> settings.put("hoodie.table.version", word.substring(1));
      }
    }
    return TableState.builder(TableName.parse("lake.app.events"), TableFormat.HUDI, 1)
        .catalogType("HIVE")
        .version(null, null, 20260603120000000L, null)
        .columns(columns())
        .properties(settings)
        .size(1_000L, 4L, 1_000_000L)
        .build();
  }

  private static List<Column> columns() {
    return List.of(
        Column.required(null, "id", Lakes.type("int")),
        column("tenant", "string"),
        column("seq", "int"),
        column("ts", "bigint"),
        column("n", "int"),
        column("big", "bigint"),
        column("f", "float"),
        column("d", "double"),
        column("amount", "decimal(10,4)"),
        column("day", "date"),
        column("text", "string"),
        column("bytes", "binary"),
        Column.required(null, "must", Lakes.type("string")),
        column("s", "struct<a: int, b: struct<c: float>, only: struct<x: int>>"),
        column("list", "array<struct<p: int, q: string>>"),
        column("nums", "array<int>"),
        column("map", "map<string, struct<v: int>>"),
        column("keyed", "map<struct<k: int>, int>"),
        column("region", "string"));
  }

  private static Column column(String name, String type) {
    return Column.of(null, name, Lakes.type(type));
  }
}
