package io.stillwater.lakehouse.table;

import io.stillwater.lakehouse.TableName;
import java.util.List;
import java.util.Map;

/** Builds a {@link TableState}, of which most parts may be unknown. */
public final class TableStateBuilder {
  private final TableName name;
  private final TableFormat format;
  private final int formatVersion;
  private String catalogType;
  private String uuid;
  private Integer schemaId;
  private Long snapshotId;
  private Integer specId;
  private List<Column> columns = List.of();
  private List<PartitionSpecState> partitionSpecs = List.of();
  private List<String> sortOrder = List.of();
  private List<String> identifierColumns = List.of();
  private Map<String, String> properties = Map.of();
  private List<String> features = List.of();
  private Integer minReader;
  private Integer minWriter;
  private Long records;
  private Long files;
  private Long bytes;

  TableStateBuilder(TableName name, TableFormat format, int formatVersion) {
    this.name = name;
    this.format = format;
    this.formatVersion = formatVersion;
  }

  public TableStateBuilder catalogType(String value) {
    catalogType = value;
    return this;
  }

  /** What pins a plan; any may be null. */
  public TableStateBuilder version(
      String tableUuid, Integer schema, Long snapshot, Integer partitionSpec) {
    uuid = tableUuid;
    schemaId = schema;
    snapshotId = snapshot;
    specId = partitionSpec;
    return this;
  }

  public TableStateBuilder columns(List<Column> value) {
    columns = value;
    return this;
  }

  public TableStateBuilder columns(Column... value) {
    return columns(List.of(value));
  }

  public TableStateBuilder partitionSpecs(List<PartitionSpecState> value) {
    partitionSpecs = value;
    return this;
  }

  public TableStateBuilder sortOrder(List<String> value) {
    sortOrder = value;
    return this;
  }

  public TableStateBuilder identifierColumns(List<String> value) {
    identifierColumns = value;
    return this;
  }

  public TableStateBuilder properties(Map<String, String> value) {
    properties = value;
    return this;
  }

  public TableStateBuilder protocol(List<String> tableFeatures, Integer reader, Integer writer) {
    features = tableFeatures;
    minReader = reader;
    minWriter = writer;
    return this;
  }

  /** Any may be null. */
  public TableStateBuilder size(Long recordCount, Long fileCount, Long byteCount) {
    records = recordCount;
    files = fileCount;
    bytes = byteCount;
    return this;
  }

  public TableState build() {
    return new TableState(
        name,
        format,
        formatVersion,
        catalogType,
        uuid,
        schemaId,
        snapshotId,
        specId,
        columns,
        partitionSpecs,
        sortOrder,
        identifierColumns,
        properties,
        features,
        minReader,
        minWriter,
        records,
        files,
        bytes);
  }
}
