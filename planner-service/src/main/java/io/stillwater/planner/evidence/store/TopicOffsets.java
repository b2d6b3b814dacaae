package io.stillwater.planner.evidence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** How far each partition was read, on the connection that writes what was read. */
public final class TopicOffsets {
  private static final String NEXT =
      "SELECT next_offset FROM evidence_offset WHERE topic_id = ? AND partition = ?";

  private static final String ADVANCE =
      """
      INSERT INTO evidence_offset (topic_id, partition, topic, next_offset) VALUES (?, ?, ?, ?)
      ON CONFLICT (topic_id, partition) DO UPDATE SET next_offset = excluded.next_offset
        WHERE evidence_offset.next_offset = ?
      """;

  private static final String LOSS =
      """
      INSERT INTO evidence_loss (source, lost_before, records) VALUES (?, ?, ?)
      ON CONFLICT (source, lost_before) DO UPDATE SET
        records = evidence_loss.records + excluded.records
      """;

  /** No offset, so that it equals none. */
  private static final long NONE = -1;

  private TopicOffsets() {}

  /**
   * @param topicId of the broker, not the name
   */
  public record Partition(String topicId, String topic, int number) {}

  /** The offset of the next record; empty where none was read. */
  public static OptionalLong next(Connection connection, Partition partition) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setString(1, partition.topicId());
      query.setInt(2, partition.number());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /**
   * Moves on, unless another replica did.
   *
   * @param expected what was read before
   * @return false when it is not that any more: nothing may be written then
   */
  public static boolean advance(
      Connection connection, Partition partition, OptionalLong expected, long next)
      throws SQLException {
    return SqlArrays.update(
            connection,
            ADVANCE,
            partition.topicId(),
            partition.number(),
            partition.topic(),
            next,
            expected.orElse(NONE))
        == 1;
  }

  /** Notes that records were gone before they were read. */
  public static void lost(Connection connection, String source, Instant before, long records)
      throws SQLException {
    SqlArrays.update(connection, LOSS, source, before.atOffset(ZoneOffset.UTC), records);
  }
}
