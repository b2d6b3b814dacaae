package io.stillwater.lakehouse.engine;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;

/** Puts rows into a table of DuckDB without SQL. */
final class DuckDbRows {
  private final DuckDBAppender appender;
  private final String table;

  private DuckDbRows(DuckDBAppender appender, String table) {
    this.appender = appender;
    this.table = table;
  }

  static void append(DuckDb duck, String table, Consumer<DuckDbRows> rows) {
    try (DuckDBAppender appender = duck.connection().createAppender("temp", "main", table)) {
      rows.accept(new DuckDbRows(appender, table));
    } catch (SQLException e) {
      throw new QueryException("Cannot fill " + table + ": " + e.getMessage(), e);
    }
  }

  /** Values are Integer, Long or String. */
  void row(Object... values) {
    try {
      appender.beginRow();
      for (Object value : values) {
        if (value instanceof Integer number) {
          appender.append(number.intValue());
        } else if (value instanceof Long number) {
          appender.append(number.longValue());
        } else {
          appender.append((String) value);
        }
      }
      appender.endRow();
    } catch (SQLException e) {
      throw new QueryException("Cannot fill " + table + ": " + e.getMessage(), e);
    }
  }
}
