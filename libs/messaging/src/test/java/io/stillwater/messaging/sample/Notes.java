package io.stillwater.messaging.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The state of the sample service: one row for every command it has handled. */
@ApplicationScoped
public class Notes {
  private final DataSource database;

  public Notes(DataSource database) {
    this.database = database;
  }

  public void add(String deploymentId, String eventId, String reason) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO note (deployment_id, event_id, reason) VALUES (?, ?, ?)")) {
      insert.setString(1, deploymentId);
      insert.setString(2, eventId);
      insert.setString(3, reason);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write a note", e);
    }
  }

  /** The ids of the handled events of a deployment, in the order of handling. */
  public List<String> eventIds(String deploymentId) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT event_id FROM note WHERE deployment_id = ? ORDER BY id")) {
      query.setString(1, deploymentId);
      try (ResultSet rows = query.executeQuery()) {
        List<String> ids = new ArrayList<>();
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
        return ids;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read the notes", e);
    }
  }
}
