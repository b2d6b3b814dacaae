package io.stillwater.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.stillwater.events.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The outbox table; every statement runs on the connection it is given. */
final class OutboxTable {
  private static final String INSERT =
      """
      INSERT INTO outbox
        (id, aggregatetype, aggregateid, type, source, subject, extensions, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;

  /** A prefix of the waiting rows, one row at least, bounded in rows and in bytes. */
  private static final String NEXT_BATCH =
      """
      SELECT * FROM (
        SELECT *, sum(octet_length(payload)) OVER (ORDER BY position) - octet_length(payload)
            AS bytes_before
        FROM (
          SELECT * FROM outbox
          WHERE published_at IS NULL AND aggregateid <> ALL (?)
          ORDER BY position LIMIT ?) AS waiting
      ) AS sized
      WHERE bytes_before < ? ORDER BY position
      """;

  private static final String MARK =
      "UPDATE outbox SET published_at = clock_timestamp() WHERE position = ANY (?)";
  private static final String PURGE =
      "DELETE FROM outbox WHERE published_at < clock_timestamp() - make_interval(secs => ?)";
  private static final String OLDEST_AGE =
      """
      SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)
      FROM outbox WHERE published_at IS NULL
      """;

  private static final TypeReference<Map<String, String>> EXTENSIONS = new TypeReference<>() {};

  private OutboxTable() {}

  static void insert(Connection connection, OutboxRow row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, row.id());
      insert.setString(2, row.topic());
      insert.setString(3, row.key());
      insert.setString(4, row.type());
      insert.setString(5, row.source());
      insert.setString(6, row.subject());
      insert.setString(7, json(row.extensions()));
      insert.setString(8, row.data());
      insert.executeUpdate();
    }
  }

  /**
   * The next rows in the order of writing.
   *
   * @param exceptKeys keys whose rows have to wait
   */
  static List<OutboxRow> nextBatch(
      Connection connection, Collection<String> exceptKeys, int maxRows, long maxBytes)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT_BATCH)) {
      query.setArray(1, connection.createArrayOf("text", exceptKeys.toArray()));
      query.setInt(2, maxRows);
      query.setLong(3, maxBytes);
      try (ResultSet rows = query.executeQuery()) {
        List<OutboxRow> batch = new ArrayList<>();
        while (rows.next()) {
          batch.add(row(rows));
        }
        return batch;
      }
    }
  }

  static void markPublished(Connection connection, Collection<Long> positions) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MARK)) {
      update.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      update.executeUpdate();
    }
  }

  static void purge(Connection connection, Duration age) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(PURGE)) {
      delete.setDouble(1, age.toSeconds());
      delete.executeUpdate();
    }
  }

  /** Seconds since the oldest waiting row was written, 0 without one. */
  static double oldestAgeSeconds(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OLDEST_AGE);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("position"),
        row.getString("id"),
        row.getString("aggregatetype"),
        row.getString("aggregateid"),
        row.getString("type"),
        row.getString("source"),
        row.getString("subject"),
        extensions(row.getString("extensions")),
        row.getString("payload"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static String json(Map<String, String> extensions) {
    try {
      return EventJson.MAPPER.writeValueAsString(extensions);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings is always JSON", e);
    }
  }

  private static Map<String, String> extensions(String json) throws SQLException {
    try {
      return EventJson.MAPPER.readValue(json, EXTENSIONS);
    } catch (JsonProcessingException e) {
      throw new SQLException("outbox.extensions is not a JSON object: " + json, e);
    }
  }
}
