package io.stillwater.executor.steps.iceberg;

import io.stillwater.executor.lake.Lake;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlSession;
import jakarta.inject.Singleton;
import org.apache.iceberg.Table;

/** Counts the rows of a table's current snapshot that hold NULL in a column. */
@Singleton
class NullProof {
  private final Lake lake;

  NullProof(Lake lake) {
    this.lake = lake;
  }

  long nulls(TableName name, Table table, ColumnPath column) {
    if (table.currentSnapshot() == null) {
      return 0;
    }
    try (SqlSession session = lake.sql().open()) {
      String from = session.register(PinnedTable.current(name, table));
      String path = column.render(Dialect.DUCKDB);
      return session
          .query("SELECT count(*) FROM %s WHERE %s IS NULL".formatted(from, path))
          .number();
    }
  }
}
