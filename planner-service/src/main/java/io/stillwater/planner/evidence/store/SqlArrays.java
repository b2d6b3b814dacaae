package io.stillwater.planner.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Rows as one array per column: a statement and a round trip for any number of them. */
final class SqlArrays {
  private final int rows;
  private final List<String> types = new ArrayList<>();
  private final List<Object[]> columns = new ArrayList<>();

  SqlArrays(int rows) {
    this.rows = rows;
  }

  /**
   * @param type of PostgreSQL
   */
  void column(String type, IntFunction<Object> value) {
    Object[] values = new Object[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = value.apply(i);
    }
    types.add(type);
    columns.add(values);
  }

  /** Does nothing without rows. */
  void insert(Connection connection, String sql, String... before) throws SQLException {
    if (rows == 0) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (String text : before) {
        statement.setString(parameter++, text);
      }
      for (int i = 0; i < columns.size(); i++) {
        statement.setArray(parameter++, connection.createArrayOf(types.get(i), columns.get(i)));
      }
      statement.executeUpdate();
    }
  }

  static int update(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }
}
