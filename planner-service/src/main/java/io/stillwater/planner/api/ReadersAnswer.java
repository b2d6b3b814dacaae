package io.stillwater.planner.api;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.Sighting;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.CoverageGap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who reads a table or column, the last seen first. */
public record ReadersAnswer(
    String table,
    String column,
    Instant from,
    Instant to,
    CoverageAnswer coverage,
    List<ReaderAnswer> items) {

  /**
   * @param whole whether an empty list means that nobody read it
   */
  public record CoverageAnswer(boolean whole, List<String> sources, List<CoverageGap> gaps) {}

  /**
   * @param column what it was seen to use; {@code *} for SELECT *, absent where none is named
   * @param use how, in words
   * @param uses at least so many events in the window; 0 for what is defined on the table
   */
  public record ReaderAnswer(
      String kind,
      String name,
      String owner,
      String column,
      String use,
      long uses,
      Instant lastSeen) {
    static ReaderAnswer of(Sighting sighting) {
      String column = sighting.reader().column();
      return new ReaderAnswer(
          sighting.reader().kind().name(),
          sighting.reader().name(),
          sighting.reader().owner(),
          column.isEmpty() ? null : column,
          sighting.reader().use().words(),
          sighting.uses(),
          sighting.lastSeen());
    }
  }

  static ReadersAnswer of(
      TableName table,
      Optional<ColumnPath> column,
      Instant from,
      Instant to,
      Coverage coverage,
      List<Sighting> sightings) {
    return new ReadersAnswer(
        table.toString(),
        column.map(ColumnPath::toString).orElse(null),
        from,
        to,
        new CoverageAnswer(
            coverage.whole(), coverage.sources().stream().sorted().toList(), coverage.gaps()),
        sightings.stream()
            .sorted(
                Comparator.comparing(Sighting::lastSeen, Comparator.reverseOrder())
                    .thenComparing(one -> one.reader().name()))
            .map(ReaderAnswer::of)
            .toList());
  }
}
