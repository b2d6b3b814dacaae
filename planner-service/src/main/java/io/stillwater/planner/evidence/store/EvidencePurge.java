package io.stillwater.planner.evidence.store;

import io.quarkus.scheduler.Scheduled;
import io.stillwater.planner.evidence.EvidenceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Forgets what is older than the retention. Definitions stay for as long as their source has them.
 */
@ApplicationScoped
public class EvidencePurge {
  /** Rows of one transaction, so that writers are not held up for long. */
  private static final int ROWS = 50_000;

  private static final String USES =
      """
      DELETE FROM evidence_use WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM evidence_use WHERE day < ? LIMIT %d))
      """
          .formatted(ROWS);

  private static final String READERS =
      """
      DELETE FROM evidence_reader r WHERE r.last_seen < ?
        AND NOT EXISTS (SELECT 1 FROM evidence_dependency d WHERE d.reader_id = r.reader_id)
        AND NOT EXISTS (SELECT 1 FROM evidence_downstream d WHERE d.reader_id = r.reader_id)
      """;

  private final DataSource database;
  private final EvidenceConfig config;
  private final Clock clock;

  EvidencePurge(DataSource database, EvidenceConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "6h", delayed = "10m")
  public void purge() throws SQLException {
    LocalDate oldest =
        LocalDate.ofInstant(clock.instant().minus(config.retention()), ZoneOffset.UTC);
    try (Connection connection = database.getConnection()) {
      int deleted;
      do {
        deleted = SqlArrays.update(connection, USES, oldest);
      } while (deleted == ROWS);
      OffsetDateTime start = oldest.atStartOfDay().atOffset(ZoneOffset.UTC);
      SqlArrays.update(connection, "DELETE FROM evidence_coverage WHERE hour < ?", start);
      SqlArrays.update(connection, "DELETE FROM evidence_last_use WHERE last_seen < ?", start);
      SqlArrays.update(connection, "DELETE FROM evidence_loss WHERE lost_before < ?", start);
      // A day more, so that a writer that uses a reader of the oldest day still finds it.
      SqlArrays.update(connection, READERS, oldest.minusDays(1));
    }
  }
}
