package io.stillwater.messaging.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A replica's claim to be the one relay of its service: a session-level advisory lock on a
 * connection of its own. When the connection dies, so does the claim; whatever the leader reads and
 * marks goes over this connection, so it can do neither without the lock.
 */
final class RelaySession implements AutoCloseable {
  /** Any number that nothing else in the service's database locks. */
  private static final long LOCK = 0x5711_0A7E_0001L;

  private static final int VALIDATION_SECONDS = 2;
  private static final int STOP_CHECK_MILLIS = 100;

  private final Connection connection;

  private RelaySession(Connection connection) {
    this.connection = connection;
  }

  static RelaySession open(RelayDatabase database) throws SQLException {
    return new RelaySession(database.connect());
  }

  /** Tries to become the leader, and if so starts to listen for commits. */
  boolean elect() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      answer.next();
      if (!answer.getBoolean(1)) {
        return false;
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN stillwater_outbox");
    }
    return true;
  }

  Connection connection() {
    return connection;
  }

  /** Whether the lock is surely still held: it is as long as its session lives. */
  boolean isAlive() {
    try {
      return connection.isValid(VALIDATION_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Returns after a commit that wrote to the outbox, at the limit, or soon after it is to stop.
   *
   * @throws SQLException when the connection is lost
   */
  void awaitCommit(Duration limit, BooleanSupplier stop) throws SQLException {
    PGConnection notified = connection.unwrap(PGConnection.class);
    long deadline = System.nanoTime() + limit.toNanos();
    boolean committed = false;
    while (!committed && !stop.getAsBoolean() && System.nanoTime() < deadline) {
      PGNotification[] notifications = notified.getNotifications(STOP_CHECK_MILLIS);
      committed = notifications != null && notifications.length > 0;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
