package io.stillwater.planner.evidence.store;

import io.stillwater.planner.evidence.EvidenceConfig;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.CoverageGap;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which hours were heard of which source. Every Trino environment that was heard in a window must
 * have been heard in all of it: one that fell silent may have gone on being queried.
 */
@ApplicationScoped
public class CoverageTable {
  private static final String HOURS =
      "SELECT source, hour FROM evidence_coverage WHERE hour >= ? AND hour <= ?";

  private static final String LOSSES =
      "SELECT source, lost_before, records FROM evidence_loss WHERE lost_before >= ?";

  /** How long an event may take from the end of a query to its row. */
  private static final Duration ARRIVAL = Duration.ofMinutes(5);

  private static final String ENVIRONMENT = Coverage.TRINO + ":";

  private final Set<String> required;
  private final Set<String> retired;
  private final Duration tolerated;

  public CoverageTable(EvidenceConfig config) {
    this.required = config.requiredSources();
    this.retired =
        config.trino().retiredEnvironments().orElse(Set.of()).stream()
            .map(CoverageTable::trino)
            .collect(Collectors.toSet());
    this.tolerated = config.toleratedSilence();
  }

  /**
   * @param environment null or empty where events do not say
   */
  public static String trino(String environment) {
    return environment == null || environment.isBlank()
        ? Coverage.TRINO
        : ENVIRONMENT + environment;
  }

  public Coverage between(Connection connection, Instant from, Instant now) throws SQLException {
    Instant to = now.minus(ARRIVAL).truncatedTo(ChronoUnit.HOURS);
    Map<String, TreeSet<Instant>> hours = hours(connection, from, now);
    hours.keySet().removeAll(retired);
    Set<String> heard =
        hours.keySet().stream().map(CoverageTable::kind).collect(Collectors.toSet());
    List<CoverageGap> gaps = new ArrayList<>();
    for (String source : required) {
      if (!heard.contains(source)) {
        gaps.add(new CoverageGap(source, from, now));
      }
    }
    hours.forEach(
        (source, of) -> {
          if (required.contains(kind(source))) {
            gaps.addAll(CoverageGaps.of(words(source), of, from, to, tolerated));
          }
        });
    gaps.addAll(losses(connection, from));
    gaps.sort(Comparator.comparing(CoverageGap::from).thenComparing(CoverageGap::source));
    return new Coverage(heard, gaps);
  }

  private static Map<String, TreeSet<Instant>> hours(
      Connection connection, Instant from, Instant to) throws SQLException {
    Map<String, TreeSet<Instant>> hours = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(HOURS)) {
      query.setObject(1, from.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
      query.setObject(2, to.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hours
              .computeIfAbsent(rows.getString(1), source -> new TreeSet<>())
              .add(rows.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
    }
    return hours;
  }

  private List<CoverageGap> losses(Connection connection, Instant from) throws SQLException {
    List<CoverageGap> gaps = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(LOSSES)) {
      query.setObject(1, from.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Instant before = rows.getObject(2, OffsetDateTime.class).toInstant();
          String source = rows.getString(1);
          if (required.contains(source)) {
            gaps.add(
                new CoverageGap(
                    source + " (" + rows.getLong(3) + " records were gone before they were read)",
                    before.minus(1, ChronoUnit.HOURS),
                    before));
          }
        }
      }
    }
    return gaps;
  }

  private static String kind(String source) {
    return source.startsWith(ENVIRONMENT) ? Coverage.TRINO : source;
  }

  private static String words(String source) {
    return source.startsWith(ENVIRONMENT)
        ? "trino environment " + source.substring(ENVIRONMENT.length())
        : source;
  }
}
