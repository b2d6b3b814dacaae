package io.stillwater.planner.evidence;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planning.consumers.Reader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What batches come to once they are stored. */
public final class Batches {
  public static final Instant NOW = Instant.parse("2026-06-30T12:34:56Z");

  private final TestDatabase database = new TestDatabase();

  public void add(EvidenceBatch batch) {
    try {
      database.add(batch);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void replace(String origin, EvidenceBatch batch) {
    try {
      database.replace(origin, batch);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code KIND name USE column}, one for each reader and use of the table. */
  public List<String> readers(String table) {
    return readers(table, null);
  }

  public List<String> readers(String table, String column) {
    return sightings(table, column).stream()
        .map(Sighting::reader)
        .map(Batches::words)
        .sorted()
        .toList();
  }

  public List<Sighting> sightings(String table, String column) {
    return database
        .store(NOW)
        .sightings(
            TableName.parse(table),
            Optional.ofNullable(column).map(ColumnPath::parse),
            NOW.minus(Duration.ofDays(30)));
  }

  public Set<String> sources() {
    return database.store(NOW).coverageSince(NOW.minus(Duration.ofDays(30))).sources();
  }

  private static String words(Reader reader) {
    return (reader.kind() + " " + reader.name() + " " + reader.use() + " " + reader.column())
        .strip();
  }
}
