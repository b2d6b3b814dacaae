package io.stillwater.messaging.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Removes rows that were sent long ago. */
@ApplicationScoped
class OutboxPurge {
  private final DataSource database;
  private final OutboxConfig config;

  OutboxPurge(DataSource database, OutboxConfig config) {
    this.database = database;
    this.config = config;
  }

  @Scheduled(every = "10m", delayed = "1m")
  void purge() throws SQLException {
    try (Connection connection = database.getConnection()) {
      OutboxTable.purge(connection, config.retention());
    }
  }
}
