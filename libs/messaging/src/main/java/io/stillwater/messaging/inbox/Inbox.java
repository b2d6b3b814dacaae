package io.stillwater.messaging.inbox;

import io.stillwater.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The events this service's consumer group has handled. */
@ApplicationScoped
public class Inbox {
  private static final String CLAIM =
      "INSERT INTO inbox (consumer_group, source, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String PURGE =
      "DELETE FROM inbox WHERE claimed_at < clock_timestamp() - make_interval(secs => ?)";

  private final DataSource database;
  private final String consumerGroup;

  Inbox(DataSource database, @ConfigProperty(name = "stillwater.service") String consumerGroup) {
    this.database = database;
    this.consumerGroup = consumerGroup;
  }

  /**
   * Claims the event in the current transaction. While another transaction holds the same claim
   * this waits for its end.
   *
   * @return false when the event was handled before
   */
  boolean claim(Event<?> event) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      insert.setString(1, consumerGroup);
      insert.setString(2, event.source().toString());
      insert.setString(3, event.id());
      return insert.executeUpdate() == 1;
    }
  }

  /** Forgets claims older than that; must exceed the retention of the topics. */
  void purge(Duration age) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(PURGE)) {
      delete.setDouble(1, age.toSeconds());
      delete.executeUpdate();
    }
  }
}
