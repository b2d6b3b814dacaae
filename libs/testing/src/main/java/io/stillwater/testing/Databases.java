package io.stillwater.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases of a PostgreSQL server. */
final class Databases {
  private Databases() {}

  /** Does nothing when the database exists. */
  static void create(String adminUrl, String user, String password, String name) {
    try (Connection connection = DriverManager.getConnection(adminUrl, user, password);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, name)) {
        statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name + " at " + adminUrl, e);
    }
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      query.setString(1, name);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
