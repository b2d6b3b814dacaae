package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.SettingException;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.QueryResult;
import io.stillwater.lakehouse.engine.SqlSession;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/**
 * A table at the snapshot that all tests of it share.
 *
 * @param view its name in SQL, already quoted
 */
record TableSession(
    TableName name, Schema schema, String view, SqlSession session, LakeTables tables) {

  static TableSession open(TableName name, Table table, SqlSession session, LakeTables tables) {
    String view = session.register(PinnedTable.current(name, table));
    return new TableSession(name, table.schema(), view, session, tables);
  }

  QueryResult query(String sql) {
    return session.query(sql);
  }

  ColumnExpression column(String column) {
    return ColumnExpression.find(schema, column)
        .orElseThrow(() -> new MissingColumnException(name, column));
  }

  /** Another table in the same session, as it is now. */
  TableSession other(TableName other) {
    Optional<Table> found = tables.find(other);
    return found
        .map(table -> open(other, table, session, tables))
        .orElseThrow(() -> new SettingException("There is no table " + other));
  }
}
