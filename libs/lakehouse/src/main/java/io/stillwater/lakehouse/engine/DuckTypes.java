package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** What DuckDB makes of Iceberg's types. */
final class DuckTypes {
  private DuckTypes() {}

  static String of(Type type) {
    return IcebergTypes.toLake(type).render(Dialect.DUCKDB);
  }

  /**
   * @throws QueryException naming the first column that DuckDB has no type for
   */
  static void requireReadable(String table, Schema schema) {
    requireDistinctNames(table, "", schema.columns());
    requireFields(table, "", schema.columns(), false);
  }

  /**
   * Writing is stricter: DuckDB has no Parquet type of a fixed length other than uuid and decimal.
   *
   * @throws QueryException naming the first column that would not come out as it went in
   */
  static void requireWritable(String table, Schema schema) {
    requireReadable(table, schema);
    requireFields(table, "", schema.columns(), true);
  }

  private static void requireFields(
      String table, String prefix, List<Types.NestedField> fields, boolean writing) {
    for (Types.NestedField field : fields) {
      String path = prefix + field.name();
      if (!carries(field.type(), writing)) {
        throw new QueryException(
            "Column %s of %s is %s, which the embedded engine cannot %s; use Trino or Spark for it"
                .formatted(path, table, field.type(), writing ? "write exactly" : "read"));
      }
      if (field.type().isNestedType()) {
        List<Types.NestedField> children = field.type().asNestedType().fields();
        if (field.type().isStructType()) {
          requireDistinctNames(table, path + ".", children);
        }
        requireFields(table, path + ".", children, writing);
      }
    }
  }

  private static boolean carries(Type type, boolean writing) {
    return switch (type.typeId()) {
      case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, DECIMAL, STRING, BINARY, UUID -> true;
      case DATE, TIME, TIMESTAMP, LIST, MAP -> true;
      case TIMESTAMP_NANO -> !((Types.TimestampNanoType) type).shouldAdjustToUTC();
      case FIXED -> !writing;
      case STRUCT -> !type.asStructType().fields().isEmpty();
      default -> false;
    };
  }

  private static void requireDistinctNames(
      String table, String prefix, List<Types.NestedField> fields) {
    Set<String> seen = new HashSet<>();
    for (Types.NestedField field : fields) {
      if (!seen.add(field.name().toLowerCase(Locale.ROOT))) {
        throw new QueryException(
            "Column %s%s of %s differs from another by case only; the embedded engine takes them for"
                    .formatted(prefix, field.name(), table)
                + " one; use Trino or Spark for it");
      }
    }
  }
}
