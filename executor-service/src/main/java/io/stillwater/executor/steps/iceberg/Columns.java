package io.stillwater.executor.steps.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.ColumnPosition;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.iceberg.NewColumn;
import io.stillwater.lakehouse.iceberg.TableEditException;
import io.stillwater.lakehouse.type.TypeParser;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** Columns between the plan's words and the library's. */
final class Columns {
  private Columns() {}

  static NewColumn column(StepArguments.ColumnSpec spec) {
    return new NewColumn(
        TypeParser.parse(spec.type()), spec.nullable(), spec.comment(), plain(spec.defaultValue()));
  }

  static ColumnPosition position(StepArguments.Position position) {
    return position == null
        ? ColumnPosition.LAST
        : ColumnPosition.of(position.first(), position.after());
  }

  /** A Boolean, Number or String; null for none. */
  static Object plain(JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isNumber() ? value.decimalValue() : value.asText();
  }

  /**
   * @throws TableEditException when the schema has no such column
   */
  static Types.NestedField require(Schema schema, ColumnPath path) {
    Types.NestedField field = schema.findField(IcebergTypes.name(path));
    if (field == null) {
      throw new TableEditException(
          "There is no column %s; the table has %s"
              .formatted(path, schema.columns().stream().map(Types.NestedField::name).toList()));
    }
    return field;
  }
}
