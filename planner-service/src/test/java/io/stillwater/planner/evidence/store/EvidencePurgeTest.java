package io.stillwater.planner.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.TestDatabase;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidencePurgeTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(402));
  private static final TableName TABLE = TableName.of("lake", "crm", "users");

  private final TestDatabase database = new TestDatabase();

  @Test
  void whatIsOlderThanTheRetentionGoesAndDefinitionsStay() throws SQLException {
    // Given
    EvidenceBatch batch = new EvidenceBatch();
    ReaderKey gone = new ReaderKey(ReaderKind.QUERY, "gone", null);
    ReaderKey here = new ReaderKey(ReaderKind.QUERY, "here", null);
    ReaderKey view = new ReaderKey(ReaderKind.VIEW, "lake.crm.v", null);
    batch.used(TABLE, "id", gone, ReaderUse.SCANS, OLD);
    batch.used(TABLE, "id", here, ReaderUse.SCANS, NOW);
    batch.depends(
        TABLE,
        "id",
        view,
        ReaderUse.VIEW_NAMES,
        "events",
        LocalDate.ofInstant(OLD, ZoneOffset.UTC));
    batch.heard("trino", OLD);
    batch.heard("trino", NOW);
    database.add(batch);

    // When
    new EvidencePurge(
            database.dataSource(),
            new FixedEvidenceConfig(Map.of()),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .purge();

    // Then
    assertThat(count("evidence_use")).isEqualTo(1);
    assertThat(count("evidence_coverage")).isEqualTo(1);
    assertThat(count("evidence_dependency")).isEqualTo(1);
    assertThat(count("evidence_reader")).isEqualTo(2);
  }

  private int count(String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
