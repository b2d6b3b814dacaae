package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.SortDirection;
import org.apache.iceberg.SortField;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Types;

/** What planning needs to know of an Iceberg table. */
public final class TableDescription {
  private TableDescription() {}

  static TableState of(TableName name, CatalogType catalogType, Table table) {
    return of(name, catalogType, IcebergTables.metadata(table));
  }

  public static TableState of(TableName name, CatalogType catalogType, TableMetadata metadata) {
    Schema schema = metadata.schema();
    Snapshot snapshot = metadata.currentSnapshot();
    Map<String, String> totals = snapshot == null ? Map.of() : snapshot.summary();
    return TableState.builder(name, TableFormat.ICEBERG, metadata.formatVersion())
        .catalogType(catalogType.name())
        .version(
            metadata.uuid(),
            metadata.currentSchemaId(),
            snapshot == null ? null : snapshot.snapshotId(),
            metadata.defaultSpecId())
        .columns(schema.columns().stream().map(TableDescription::column).toList())
        .partitionSpecs(metadata.specs().stream().map(spec -> spec(metadata, spec)).toList())
        .sortOrder(
            metadata.sortOrder().fields().stream().map(field -> sort(schema, field)).toList())
        .identifierColumns(schema.identifierFieldNames().stream().sorted().toList())
        .properties(metadata.properties())
        .size(
            total(snapshot, totals, SnapshotSummary.TOTAL_RECORDS_PROP),
            total(snapshot, totals, SnapshotSummary.TOTAL_DATA_FILES_PROP),
            total(snapshot, totals, SnapshotSummary.TOTAL_FILE_SIZE_PROP))
        .build();
  }

  private static Column column(Types.NestedField field) {
    return new Column(
        field.fieldId(),
        field.name(),
        IcebergTypes.toLake(field.type()),
        field.isOptional(),
        field.doc(),
        IcebergDefaults.plain(field));
  }

  private static PartitionSpecState spec(TableMetadata metadata, PartitionSpec spec) {
    List<String> fields =
        spec.fields().stream()
            .filter(field -> spec.specId() != metadata.defaultSpecId() || !isVoid(field))
            .map(field -> TransformText.of(metadata, field.sourceId(), field.transform()))
            .toList();
    return new PartitionSpecState(spec.specId(), spec.specId() == metadata.defaultSpecId(), fields);
  }

  private static boolean isVoid(PartitionField field) {
    return field.transform().isVoid();
  }

  private static String sort(Schema schema, SortField field) {
    return new io.stillwater.lakehouse.layout.SortField(
            TransformText.field(schema, field.sourceId(), field.transform()),
            field.direction() == SortDirection.ASC,
            field.nullOrder() == NullOrder.NULLS_FIRST)
        .toString();
  }

  /** An empty table holds nothing; a summary without totals does not say. */
  private static Long total(Snapshot snapshot, Map<String, String> totals, String key) {
    if (snapshot == null) {
      return 0L;
    }
    String value = totals.get(key);
    return value == null ? null : Long.valueOf(value);
  }
}
