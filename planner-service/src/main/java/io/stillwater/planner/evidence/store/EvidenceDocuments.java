package io.stillwater.planner.evidence.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which version of each document stands. */
public final class EvidenceDocuments {
  private static final String CLAIM =
      """
      INSERT INTO evidence_document (origin, generated_at) VALUES (?, ?)
      ON CONFLICT (origin) DO UPDATE SET generated_at = excluded.generated_at
        WHERE evidence_document.generated_at <= excluded.generated_at
      """;

  private EvidenceDocuments() {}

  /**
   * Notes the version and keeps others of the origin waiting until the transaction ends.
   *
   * @return false when a newer one stands
   */
  public static boolean claim(Connection connection, String origin, Instant generatedAt)
      throws SQLException {
    return SqlArrays.update(connection, CLAIM, origin, generatedAt.atOffset(ZoneOffset.UTC)) == 1;
  }
}
