package io.stillwater.lakehouse.table;

import io.stillwater.lakehouse.TableName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that planning knows of a table (contract, section 2).
 *
 * @param catalogType JDBC, REST, HIVE …; null where unknown
 * @param uuid null where the format or the snapshot document has none; so are the ids that follow
 * @param snapshotId null for a table without data
 * @param properties the table's own settings under their own names
 * @param features protocol features, of Delta
 * @param minReader protocol version, of Delta; null elsewhere
 * @param records null where unknown; so are files and bytes
 */
public record TableState(
    TableName name,
    TableFormat format,
    int formatVersion,
    String catalogType,
    String uuid,
    Integer schemaId,
    Long snapshotId,
    Integer specId,
    List<Column> columns,
    List<PartitionSpecState> partitionSpecs,
    List<String> sortOrder,
    List<String> identifierColumns,
    Map<String, String> properties,
    List<String> features,
    Integer minReader,
    Integer minWriter,
    Long records,
    Long files,
    Long bytes) {
  public TableState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    columns = List.copyOf(columns);
    partitionSpecs = List.copyOf(partitionSpecs);
    sortOrder = List.copyOf(sortOrder);
    identifierColumns = List.copyOf(identifierColumns);
    properties = Map.copyOf(properties);
    features = List.copyOf(features);
  }

  public static TableStateBuilder builder(TableName name, TableFormat format, int formatVersion) {
    return new TableStateBuilder(name, format, formatVersion);
  }

  public TableState withName(TableName other) {
    return named(other).build();
  }

  public TableState withProperties(Map<String, String> other) {
    return named(name).properties(other).build();
  }

  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  public Optional<PartitionSpecState> currentSpec() {
    return partitionSpecs.stream().filter(PartitionSpecState::current).findFirst();
  }

  private TableStateBuilder named(TableName other) {
    return builder(other, format, formatVersion)
        .catalogType(catalogType)
        .version(uuid, schemaId, snapshotId, specId)
        .columns(columns)
        .partitionSpecs(partitionSpecs)
        .sortOrder(sortOrder)
        .identifierColumns(identifierColumns)
        .properties(properties)
        .protocol(features, minReader, minWriter)
        .size(records, files, bytes);
  }
}
