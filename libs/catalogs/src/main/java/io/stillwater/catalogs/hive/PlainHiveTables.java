package io.stillwater.catalogs.hive;

import io.stillwater.catalogs.delta.SparkSchemas;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.trino.hive.thrift.metastore.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables of Hive's own layout, of which the metastore knows all there is. */
final class PlainHiveTables {
  /** Of the table itself; Hive has no version of its format. */
  private static final int FORMAT_VERSION = 1;

  private static final String STORAGE_FORMAT = "storage.format";

  private PlainHiveTables() {}

  static TableState of(TableName name, StoredTable table) {
    return TableState.builder(name, TableFormat.HIVE, FORMAT_VERSION)
        .catalogType(CatalogType.HIVE.name())
        .columns(columns(table))
        .partitionSpecs(List.of(partitioning(table)))
        .properties(properties(table))
        .size(
            statistic(table, "numRows"),
            statistic(table, "numFiles"),
            statistic(table, "totalSize"))
        .build();
  }

  private static List<Column> columns(StoredTable table) {
    if (isPlaceholder(table.columns())) {
      return SparkSchemas.columns(SparkSchemas.text(table.parameters()));
    }
    List<Column> columns = new ArrayList<>();
    table.columns().forEach(field -> columns.add(column(field)));
    table.partitionKeys().forEach(field -> columns.add(column(field)));
    return columns;
  }

  /** What Spark writes for a table whose columns Hive could not read. */
  private static boolean isPlaceholder(List<FieldSchema> columns) {
    return columns.size() == 1
        && "col".equals(columns.get(0).getName())
        && "array<string>".equals(columns.get(0).getType());
  }

  private static Column column(FieldSchema field) {
    try {
      return new Column(
          null, field.getName(), HiveTypes.parse(field.getType()), true, field.getComment(), null);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Column %s: %s".formatted(field.getName(), e.getMessage()), e);
    }
  }

  private static PartitionSpecState partitioning(StoredTable table) {
    return new PartitionSpecState(
        0,
        true,
        table.partitionKeys().stream()
            .map(field -> ColumnPath.of(field.getName()).toString())
            .toList());
  }

  private static Map<String, String> properties(StoredTable table) {
    Map<String, String> properties = new TreeMap<>(table.parameters());
    properties.put(
        STORAGE_FORMAT,
        table
            .provider()
            .map(StorageFormats::ofSpark)
            .orElseGet(() -> StorageFormats.of(table.storage())));
    return properties;
  }

  /** A partitioned table's statistics stand with its partitions; -1 is "not known". */
  private static Long statistic(StoredTable table, String name) {
    String value = table.parameters().get(name);
    if (value == null || !table.partitionKeys().isEmpty()) {
      return null;
    }
    long number = Long.parseLong(value.strip());
    return number < 0 ? null : number;
  }
}
