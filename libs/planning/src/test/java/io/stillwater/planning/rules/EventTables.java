package io.stillwater.planning.rules;

import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableStateBuilder;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.Lakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of {@link Lakes#events} in the variants that the rules tell apart. */
final class EventTables {
  private static final String SETTING = "hive.metastore.disallow.incompatible.col.type.changes";

  private EventTables() {}

  /**
   * @param variant null for the plain one
   */
  static TableStateBuilder of(String variant, int version) {
    TableStateBuilder table = Lakes.events(version);
    return switch (variant == null ? "" : variant.strip()) {
      case "" -> table;
      case "hive" -> table.catalogType("HIVE");
      case "hive-strict" -> table.catalogType("HIVE").properties(Map.of(SETTING, "true"));
      case "hive-lenient" -> table.catalogType("HIVE").properties(Map.of(SETTING, "false"));
      case "upserts" -> table.properties(Map.of("write.upsert.enabled", "true"));
      case "metrics" -> table.properties(Map.of("write.metadata.metrics.column.text", "full"));
      case "fpp" -> table.properties(Map.of("write.parquet.bloom-filter-fpp.column.text", "0.01"));
      case "old-bucket" -> table.partitionSpecs(withOldField("bucket(4, big)"));
      case "gone-source" -> table.partitionSpecs(withOldField("gone"));
      case "required-field" -> withRequiredField(table);
      default -> throw new IllegalArgumentException("no table " + variant);
    };
  }

  private static List<PartitionSpecState> withOldField(String field) {
    return List.of(
        new PartitionSpecState(0, false, List.of(field)),
        new PartitionSpecState(1, true, List.of("day(ts)", "bucket(16, id)")));
  }

  private static TableStateBuilder withRequiredField(TableStateBuilder table) {
    List<Column> columns = new ArrayList<>(table.build().columns());
    LakeType struct = LakeType.parse("struct<a: int not null, b: int>");
    columns.add(Column.required(40, "r", struct));
    return table.columns(columns.toArray(Column[]::new));
  }
}
