package io.stillwater.lakehouse.engine;

import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * The least and greatest value of a column in Iceberg's internal form; null where there is none.
 *
 * @param nans null for types that know no NaN
 */
record ColumnBounds(Object lower, Object upper, Long nans) {

  /** The order of uuids differs between libraries; that of bytes is seldom of use. */
  static boolean areKnown(Type type) {
    return switch (type.typeId()) {
      case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, DECIMAL, STRING -> true;
      case DATE, TIME, TIMESTAMP, TIMESTAMP_NANO -> true;
      default -> false;
    };
  }

  /**
   * @param column SQL over the file's columns, named {@code v0}, {@code v1} …
   */
  static ColumnBounds read(
      DuckDb duck, String path, int width, String column, Types.NestedField field) {
    Type type = field.type();
    boolean floating = type.typeId() == Type.TypeID.FLOAT || type.typeId() == Type.TypeID.DOUBLE;
    String counted = floating ? " FILTER (NOT isnan(" + column + "))" : "";
    String nans = floating ? "count(*) FILTER (isnan(" + column + "))" : "NULL";
    List<Object> row =
        duck.query(
                "SELECT %s, %s, %s FROM (SELECT * FROM read_parquet(%s, hive_partitioning = false)) AS f%s"
                    .formatted(
                        internal(type, "min(" + column + ")" + counted),
                        internal(type, "max(" + column + ")" + counted),
                        nans,
                        ParquetFiles.list(List.of(path)),
                        aliases(width)))
            .rows()
            .get(0);
    return new ColumnBounds(bound(row.get(0), true), bound(row.get(1), false), (Long) row.get(2));
  }

  private static String aliases(int width) {
    return Projection.aliases(width).replace('c', 'v');
  }

  private static String internal(Type type, String sql) {
    return switch (type.typeId()) {
      case DATE -> "CAST(" + sql + " - DATE '1970-01-01' AS INTEGER)";
      case TIME -> "epoch_us(TIMESTAMP '1970-01-01' + " + sql + ")";
      case TIMESTAMP -> "epoch_us(" + sql + ")";
      case TIMESTAMP_NANO -> "epoch_ns(" + sql + ")";
      default -> sql;
    };
  }

  /** Zero has two signs, of which DuckDB gives either; the bound must hold both. */
  private static Object bound(Object value, boolean lower) {
    if (value instanceof Float number && number == 0f) {
      return lower ? -0f : 0f;
    }
    if (value instanceof Double number && number == 0d) {
      return lower ? -0d : 0d;
    }
    return value;
  }
}
