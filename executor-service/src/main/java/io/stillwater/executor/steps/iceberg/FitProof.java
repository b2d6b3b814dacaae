package io.stillwater.executor.steps.iceberg;

import io.stillwater.executor.lake.Lake;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlSession;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.TypeParser;
import jakarta.inject.Singleton;
import org.apache.iceberg.Table;

/** Counts the rows whose value does not survive a cast there and back. */
@Singleton
class FitProof {
  private final Lake lake;

  FitProof(Lake lake) {
    this.lake = lake;
  }

  long misfits(TableName name, Table table, ColumnPath column, String type) {
    if (table.currentSnapshot() == null) {
      return 0;
    }
    LakeType source = IcebergTypes.toLake(Columns.require(table.schema(), column).type());
    try (SqlSession session = lake.sql().open()) {
      String from = session.register(PinnedTable.current(name, table));
      String value = column.render(Dialect.DUCKDB);
      String there =
          "TRY_CAST(%s AS %s)".formatted(value, TypeParser.parse(type).render(Dialect.DUCKDB));
      String back = "TRY_CAST(%s AS %s)".formatted(there, source.render(Dialect.DUCKDB));
      return session
          .query(
              "SELECT count(*) FROM %s WHERE %s IS NOT NULL AND %s IS DISTINCT FROM %s"
                  .formatted(from, value, back, value))
          .number();
    }
  }
}
