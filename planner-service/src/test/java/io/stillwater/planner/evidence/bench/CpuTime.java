package io.stillwater.planner.evidence.bench;

import io.stillwater.planner.evidence.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of this process and of PostgreSQL's, which both must run on this machine. */
final class CpuTime {
  private final ProcessHandle server;

  private CpuTime(ProcessHandle server) {
    this.server = server;
  }

  record Spent(Duration process, Duration database) {
    Spent minus(Spent before) {
      return new Spent(process.minus(before.process), database.minus(before.database));
    }
  }

  /**
   * @throws IllegalStateException when PostgreSQL's processes are not to be seen from here
   */
  static CpuTime of(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return new CpuTime(
          ProcessHandle.of(row.getLong(1))
              .flatMap(ProcessHandle::parent)
              .orElseThrow(() -> new IllegalStateException("PostgreSQL runs elsewhere")));
    }
  }

  /** A backend that ends takes its time with it: keep connections open in between. */
  Spent spent() {
    return new Spent(
        of(ProcessHandle.current()),
        Stream.concat(Stream.of(server), server.children())
            .map(CpuTime::of)
            .reduce(Duration.ZERO, Duration::plus));
  }

  private static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
