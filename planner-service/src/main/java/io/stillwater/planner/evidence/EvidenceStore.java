package io.stillwater.planner.evidence;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.store.CoverageTable;
import io.stillwater.planner.evidence.store.ReaderQueries;
import io.stillwater.planning.consumers.ConsumerEvidence;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.Readership;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Answers who reads what, from everything that was taken in. */
@ApplicationScoped
public class EvidenceStore implements ConsumerEvidence {
  private final DataSource database;
  private final CoverageTable coverage;
  private final Clock clock;

  EvidenceStore(DataSource database, CoverageTable coverage, Clock clock) {
    this.database = database;
    this.coverage = coverage;
    this.clock = clock;
  }

  @Override
  public Readership of(TableName table, Optional<ColumnPath> column, Duration window) {
    return readersSince(table, column, clock.instant().minus(window));
  }

  /**
   * Who has read the table or column since then, and which views, models and exposures stand on it.
   * Only where the coverage is whole does an empty list mean nobody.
   *
   * @throws IllegalStateException when the database does not answer
   */
  public Readership readersSince(TableName table, Optional<ColumnPath> column, Instant since) {
    return onConnection(
        connection -> {
          // Coverage first: an hour that counts as heard was committed with the readers in it.
          Coverage heard = coverage.between(connection, since, clock.instant());
          return new Readership(
              ReaderQueries.readersSince(connection, table, column, since), heard);
        });
  }

  /** The same with counts, for people. */
  public List<Sighting> sightings(TableName table, Optional<ColumnPath> column, Instant since) {
    return onConnection(connection -> ReaderQueries.since(connection, table, column, since));
  }

  /** Whether events arrived all the time since then, up to the last full hour. */
  public Coverage coverageSince(Instant since) {
    return onConnection(connection -> coverage.between(connection, since, clock.instant()));
  }

  private <T> T onConnection(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the evidence of readers cannot be read: " + e, e);
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }
}
