package io.stillwater.planning.formats.delta;

import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.table.TableStateBuilder;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Delta tables of every kind that the rules tell apart, and the engines that use them. */
final class DeltaLakes {
  static final String TABLE = "lake.app.events";
  static final List<String> KINDS =
      List.of(
          "plain",
          "mapped",
          "named",
          "widening",
          "feed",
          "partitioned",
          "clustered",
          "constrained",
          "appending",
          "defaults",
          "iceberg");

  private DeltaLakes() {}

  /**
   * @param kind one of {@link #KINDS}
   */
  static TableState events(String kind) {
    Map<String, String> properties = new TreeMap<>();
    TableStateBuilder table = columns().protocol(List.of(), 2, 5);
    if (!kind.equals("plain") && !kind.equals("defaults")) {
      properties.put("delta.columnMapping.mode", "name");
    }
    switch (kind) {
      case "plain" -> table.protocol(List.of(), 1, 2);
      case "named" -> table.protocol(List.of("columnMapping", "timestampNtz"), 3, 7);
      case "widening" -> {
        properties.put("delta.enableTypeWidening", "true");
        table.protocol(List.of("columnMapping", "typeWidening"), 3, 7);
      }
      case "feed" -> properties.put("delta.enableChangeDataFeed", "true");
      case "partitioned" -> {
        properties.put("delta.enableTypeWidening", "true");
        table
            .protocol(List.of("columnMapping", "typeWidening"), 3, 7)
            .partitionSpecs(List.of(new PartitionSpecState(0, true, List.of("region", "small"))));
      }
      case "clustered" ->
          table
              .protocol(List.of("columnMapping", "clustering", "domainMetadata"), 2, 7)
              .sortOrder(List.of("region"));
      case "constrained" -> {
        properties.put("delta.enableTypeWidening", "true");
        properties.put("delta.constraints.positive", "`n` > 0 AND text <> 'f'");
        properties.put("delta.constraints.inside", "s.a IS NOT NULL");
        properties.put("big.delta.generationExpression", "CAST(tiny AS BIGINT)");
        properties.put("id.delta.identity.start", "1");
        table.protocol(List.of("columnMapping", "typeWidening", "checkConstraints"), 3, 7);
      }
      case "appending" -> properties.put("delta.appendOnly", "true");
      case "defaults" -> table.protocol(List.of("allowColumnDefaults"), 1, 7);
      case "iceberg" -> {
        properties.put("delta.enableTypeWidening", "true");
        properties.put("delta.enableIcebergCompatV1", "true");
        table.protocol(List.of("columnMapping", "typeWidening", "icebergCompatV1"), 3, 7);
      }
      default -> {
        // mapped: nothing beside the mapping
      }
    }
    return table.properties(properties).build();
  }

  private static TableStateBuilder columns() {
    return TableState.builder(TableName.parse(TABLE), TableFormat.DELTA, 1)
        .catalogType("DELTA")
        .version("7a0f6c3e-0000-4000-8000-000000000002", null, 811L, null)
        .size(1_000L, 4L, 1_000_000L)
        .columns(
            Column.required(1, "id", Lakes.type("bigint")),
            Column.of(2, "ts", Lakes.type("timestamptz")),
            Column.of(3, "region", Lakes.type("string")),
            Column.of(4, "n", Lakes.type("int")),
            Column.of(5, "small", Lakes.type("smallint")),
            Column.of(6, "tiny", Lakes.type("tinyint")),
            Column.of(7, "f", Lakes.type("float")),
            Column.of(8, "amount", Lakes.type("decimal(10,2)")),
            Column.of(9, "day", Lakes.type("date")),
            Column.required(10, "must", Lakes.type("string")),
            Column.of(11, "text", Lakes.type("string")),
            Column.of(12, "code", Lakes.type("varchar(5)")),
            Column.of(
                13, "s", Lakes.type("struct<a: int, b: struct<c: float>, only: struct<x: int>>")),
            Column.of(14, "list", Lakes.type("array<struct<p: int, q: string>>")),
            Column.of(15, "map", Lakes.type("map<struct<k: int, l: int>, struct<v: int, w: int>>")),
            Column.of(16, "big", Lakes.type("bigint")),
            new Column(17, "d", Lakes.type("int"), true, "a comment", 7L),
            Column.of(18, "ints", Lakes.type("map<int, int>")));
  }

  static Plan plan(String kind, String engines, String... changes) {
    return plan(events(kind), engines, Lakes.release(TABLE, changes));
  }

  static Plan plan(TableState table, String engines, Release release) {
    TableSnapshot lake = TableSnapshot.of(engines(engines), List.of(table));
    return Lakes.planner().plan(release, Environment.withoutFile("production"), lake);
  }

  /**
   * @param text {@code trino 476; spark 3.5.5 delta 3.3.2; flink}; null for none
   */
  static List<EngineInUse> engines(String text) {
    List<EngineInUse> engines = new ArrayList<>();
    for (String engine : text == null || text.isBlank() ? new String[0] : text.split(";")) {
      String[] words = engine.strip().split(" ");
      engines.add(
          new EngineInUse(
              words[0],
              null,
              words.length > 1 ? words[1] : null,
              words.length > 3 ? Map.of(words[2], words[3]) : Map.of()));
    }
    return engines;
  }
}
