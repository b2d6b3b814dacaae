package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.ColumnSpec;
import io.stillwater.events.plan.StepArguments.CreateTable;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.ColumnPosition;
import io.stillwater.lakehouse.iceberg.NewColumn;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;

/** A table's schema and partitioning, built in memory with the same edits that change tables. */
final class NewTable {
  private static final String NOWHERE = "memory";
  private static final String FORMAT_VERSION = "format-version";

  private NewTable() {}

  static TableMetadata of(CreateTable create, Map<String, String> properties) {
    TableMetadata table =
        TableMetadata.newTableMetadata(
            new Schema(), PartitionSpec.unpartitioned(), NOWHERE, properties);
    for (ColumnSpec column : create.columns()) {
      table = add(column).apply(table);
    }
    if (create.partitioning() != null) {
      for (String field : create.partitioning()) {
        table = TableEdits.addPartitionField(field).apply(table);
      }
    }
    return table;
  }

  /** A required column of an empty table needs no default. */
  private static TableEdit add(ColumnSpec spec) {
    ColumnPath path = ColumnPath.parse(spec.name());
    NewColumn column = Columns.column(spec);
    NewColumn optional =
        new NewColumn(column.type(), true, column.comment(), column.defaultValue());
    TableEdit add = SchemaEdits.addColumn(path, optional, ColumnPosition.LAST);
    return column.nullable() ? add : add.then(SchemaEdits.setNotNull(path));
  }

  /** Defaults need it; without them the library's own version stands. */
  static Map<String, String> formatFor(CreateTable create) {
    boolean defaults =
        create.columns().stream().anyMatch(column -> Columns.plain(column.defaultValue()) != null);
    return defaults ? Map.of(FORMAT_VERSION, "3") : Map.of();
  }
}
