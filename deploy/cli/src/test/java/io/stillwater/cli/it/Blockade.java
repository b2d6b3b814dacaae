package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** A lock in one of the stack's databases, which stops a service at a known place. */
final class Blockade implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String database;
  private final Connection connection;

  private Blockade(String database, String sql) {
    this.database = database;
    try {
      connection = SharedStack.get().connect(database);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot run " + sql, e);
    }
  }

  /** Nobody commits to the tables; they can be read. */
  static Blockade ofCommits(List<LakeTable> tables) {
    return new Blockade(
        "lake",
        tables.stream()
            .map(table -> "'" + table.name().name() + "'")
            .collect(
                Collectors.joining(
                    ", ", "SELECT 1 FROM iceberg_tables WHERE table_name IN (", ") FOR UPDATE")));
  }

  /** The executor records nothing: no progress of a step, no end of a deployment, no lease. */
  static Blockade ofRecording() {
    return new Blockade("executor", "LOCK TABLE step, deployment, column_sync, work IN SHARE MODE");
  }

  /**
   * Nothing leaves the executor's outbox. Returns when the lock is this test's, which takes the
   * death of the executor that has it.
   */
  static Blockade ofPublishing(Runnable deathOfTheExecutor) {
    Thread death = new Thread(deathOfTheExecutor);
    death.start();
    // The queue of the lock is fair: who waits for it comes before who asks later.
    return new Blockade("executor", "SELECT pg_advisory_lock(" + 0x5711_0A7E_0001L + ")");
  }

  /** Returns when somebody waits for a lock in this database. */
  void awaitSomebodyBlocked() {
    await().atMost(LIMIT).until(() -> blocked() > 0);
  }

  /**
   * Returns when as many wait for a lock in this database as could.
   *
   * @param possible how many could at this time
   * @return how many do
   */
  int awaitAllBlocked(IntSupplier possible) {
    return await().atMost(LIMIT).until(() -> waiting(possible), Optional::isPresent).orElseThrow();
  }

  private Optional<Integer> waiting(IntSupplier possible) {
    int most = possible.getAsInt();
    return Optional.of(most).filter(all -> blocked() >= all);
  }

  /** That the lock was not lost with its connection. */
  void assertHeld() {
    try {
      assertThat(connection.isValid(5)).isTrue();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot look at the lock in database " + database, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot release a lock in database " + database, e);
    }
  }

  private int blocked() {
    try (Connection other = SharedStack.get().connect(database);
        Statement statement = other.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot look at the locks of database " + database, e);
    }
  }
}
