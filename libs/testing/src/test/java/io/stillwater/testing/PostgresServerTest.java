package io.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path folder;

  @Test
  void aKilledServerStartsAgainOnItsDataWithWhatWasCommitted() throws SQLException {
    // Given
    Path data = folder.resolve("data");
    int port = Ports.free();
    PostgresServer server = PostgresServer.start(data, port);
    server.createDatabase("kept");
    server.createDatabase("kept");
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT 42 AS answer");

      // When
      server.kill();
      assertThat(server.isAlive()).isFalse();
    }

    // Then
    try (PostgresServer again = PostgresServer.start(data, port);
        Connection connection = connect(again);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT answer FROM t")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
      assertThat(again.pid()).isNotEqualTo(server.pid());
    }
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() {
    // Given
    Path data = folder.resolve("data");
    try (PostgresServer server = PostgresServer.start(data, Ports.free())) {
      // When, Then
      assertThatThrownBy(() -> PostgresServer.start(data, Ports.free()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("runs on " + data)
          .hasMessageContaining(Long.toString(server.pid()));
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl("kept"), PostgresServer.USER, PostgresServer.PASSWORD);
  }
}
