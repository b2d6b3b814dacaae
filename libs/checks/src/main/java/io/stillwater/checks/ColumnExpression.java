package io.stillwater.checks;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;

/**
 * A column of a table with the alias {@code t}, quoted for SQL.
 *
 * @param sql {@code t."amount"}
 */
public record ColumnExpression(String sql, Type type) {

  /** A column of that very name, else a path into structs. */
  public static Optional<ColumnExpression> find(Schema schema, String name) {
    NestedField column = schema.asStruct().field(name);
    if (column != null) {
      return Optional.of(of(ColumnPath.of(name), column));
    }
    ColumnPath path = ColumnPath.parse(name);
    return Optional.ofNullable(schema.findField(IcebergTypes.name(path)))
        .map(field -> of(path, field));
  }

  /** What it means that a table lacks a column that a check is about. */
  public static Finding missing(TableName table, String column) {
    return Finding.fail(
        "no column " + column,
        "a column " + column,
        "%s has no column %s".formatted(table, column),
        "Iceberg schema of " + table);
  }

  private static ColumnExpression of(ColumnPath path, NestedField field) {
    return new ColumnExpression("t." + path.render(Dialect.DUCKDB), field.type());
  }
}
