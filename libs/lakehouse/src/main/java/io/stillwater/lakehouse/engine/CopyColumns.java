package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.TypeLattice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/**
 * The two columns of a copy as SQL over rows whose columns are {@code v0}, {@code v1} … in the
 * table's order.
 */
final class CopyColumns {
  private final CopyRequest request;
  private final Schema schema;
  private final Types.NestedField from;
  private final Types.NestedField to;
  private final String fromSql;
  private final String toSql;

  private CopyColumns(CopyRequest request, Schema schema) {
    this.request = request;
    this.schema = schema;
    this.from = field(schema, request.from());
    this.to = field(schema, request.to());
    this.fromSql = sql(request.from());
    this.toSql = sql(request.to());
  }

  /**
   * @throws QueryException when the columns cannot be copied in this table
   */
  static CopyColumns of(Table table, CopyRequest request) {
    if (!request.from().parent().equals(request.to().parent())) {
      throw new QueryException(
          "%s and %s do not stand in the same struct; copy within one"
              .formatted(request.from(), request.to()));
    }
    CopyColumns columns = new CopyColumns(request, table.schema());
    columns.requireCastable();
    columns.requireNoPartitionSource(table, columns.to);
    if (request.bothWays()) {
      columns.requireNoPartitionSource(table, columns.from);
    }
    return columns;
  }

  Types.NestedField from() {
    return from;
  }

  Types.NestedField to() {
    return to;
  }

  String fromSql() {
    return fromSql;
  }

  String toSql() {
    return toSql;
  }

  /** Rows whose target is to be set from the source. */
  String copies() {
    return "(%s IS NOT NULL AND %s IS NULL AND %s)".formatted(fromSql, toSql, fitsForward());
  }

  /** Rows whose source is to be set from the target. */
  String copiesBack() {
    return request.bothWays()
        ? "(%s IS NULL AND %s IS NOT NULL AND %s)".formatted(fromSql, toSql, fitsBack())
        : "false";
  }

  /** Rows whose value has no place in the target's type. */
  String invalid() {
    return "(%s IS NOT NULL AND %s IS NULL AND NOT %s)".formatted(fromSql, toSql, fitsForward());
  }

  /** Rows whose two values are neither the cast of the other. */
  String conflicts() {
    return "(%s IS NOT NULL AND %s IS NOT NULL AND NOT (coalesce(%s = %s, false) OR coalesce(%s = %s, false)))"
        .formatted(fromSql, toSql, forward(), toSql, back(), fromSql);
  }

  /** Each column of the table after the copy, in order. */
  List<String> values() {
    Map<Integer, String> changed =
        Map.of(
            to.fieldId(), "CASE WHEN %s THEN %s ELSE %s END".formatted(copies(), forward(), toSql),
            from.fieldId(),
                "CASE WHEN %s THEN %s ELSE %s END".formatted(copiesBack(), back(), fromSql));
    List<String> values = new ArrayList<>();
    List<Types.NestedField> columns = schema.columns();
    for (int i = 0; i < columns.size(); i++) {
      values.add(value(columns.get(i), "v" + i, changed));
    }
    return values;
  }

  private String value(Types.NestedField field, String sql, Map<Integer, String> changed) {
    if (changed.containsKey(field.fieldId())) {
      return changed.get(field.fieldId());
    }
    if (!field.type().isStructType() || !holdsTarget(field)) {
      return sql;
    }
    List<String> parts = new ArrayList<>();
    List<Types.NestedField> fields = field.type().asStructType().fields();
    for (int i = 0; i < fields.size(); i++) {
      parts.add(
          DuckDb.text(fields.get(i).name())
              + ": "
              + value(fields.get(i), Projection.child(sql, i), changed));
    }
    return "CASE WHEN %s IS NULL THEN NULL ELSE {%s} END".formatted(sql, String.join(", ", parts));
  }

  private static boolean holds(Types.NestedField field, int id) {
    return field.fieldId() == id
        || field.type().isStructType()
            && field.type().asStructType().fields().stream().anyMatch(child -> holds(child, id));
  }

  private boolean holdsTarget(Types.NestedField field) {
    return holds(field, to.fieldId());
  }

  private String forward() {
    return "try_cast(%s AS %s)".formatted(fromSql, DuckTypes.of(to.type()));
  }

  private String back() {
    return "try_cast(%s AS %s)".formatted(toSql, DuckTypes.of(from.type()));
  }

  private String fitsForward() {
    return TypeLattice.fits(fromSql, lake(from), lake(to), Dialect.DUCKDB);
  }

  private String fitsBack() {
    return TypeLattice.fits(toSql, lake(to), lake(from), Dialect.DUCKDB);
  }

  private static LakeType lake(Types.NestedField field) {
    return IcebergTypes.toLake(field.type());
  }

  private void requireCastable() {
    boolean possible =
        from.type().equals(to.type())
            || from.type().isPrimitiveType()
                && to.type().isPrimitiveType()
                && TypeLattice.castable(lake(from), lake(to));
    if (!possible) {
      throw new QueryException(
          "Column %s is %s; its values cannot be copied into %s, which is %s"
              .formatted(request.from(), from.type(), request.to(), to.type()));
    }
  }

  /** A row with another value would have to move to another partition. */
  private void requireNoPartitionSource(Table table, Types.NestedField field) {
    table
        .specs()
        .values()
        .forEach(
            spec -> {
              if (!spec.getFieldsBySourceId(field.fieldId()).isEmpty()) {
                throw new QueryException(
                    "Column %s of %s is a source of partition spec %d; its values cannot be changed in place"
                        .formatted(field.name(), table.name(), spec.specId()));
              }
            });
  }

  private String sql(ColumnPath path) {
    List<Types.NestedField> siblings = schema.columns();
    String sql = null;
    for (String part : path.parts()) {
      int index = 0;
      while (!siblings.get(index).name().equals(part)) {
        index++;
      }
      sql = sql == null ? "v" + index : Projection.child(sql, index);
      Types.NestedField field = siblings.get(index);
      siblings = field.type().isStructType() ? field.type().asStructType().fields() : List.of();
    }
    return sql;
  }

  private static Types.NestedField field(Schema schema, ColumnPath path) {
    Types.NestedField field = schema.findField(IcebergTypes.name(path));
    if (field == null) {
      throw new QueryException(
          "Column " + path + " is not in the schema; columns are " + names(schema));
    }
    if (schema.columns().stream().noneMatch(column -> holds(column, field.fieldId()))) {
      throw new QueryException(
          "Column " + path + " lies in a list or map; its values cannot be copied");
    }
    return field;
  }

  private static List<String> names(Schema schema) {
    return schema.columns().stream().map(Types.NestedField::name).toList();
  }
}
