package io.stillwater.planner.evidence.store;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.Sighting;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the readers of a column: those that name it, a struct around it or a field in it, that take
 * every column, or of which it is not known what they take.
 */
public final class ReaderQueries {
  private static final String OF_COLUMN =
      "(%1$s.column_name = ANY (?) OR (%1$s.column_name > ? AND %1$s.column_name < ?))";

  /** A view that was redefined keeps old rows, but was not seen with them when last seen. */
  private static final String SINCE =
      """
      WITH standing AS (
        SELECT d.reader_id, d.column_name, d.use_kind, d.seen_on FROM evidence_dependency d
        WHERE d.table_name = ? AND {dependency}
          AND d.seen_on = (SELECT max(newest.seen_on) FROM evidence_dependency newest
                           WHERE newest.reader_id = d.reader_id AND newest.origin = d.origin)
      ), found AS (
        {uses}
        UNION ALL
        SELECT reader_id, column_name, use_kind, 0, max(seen_on)::timestamp AT TIME ZONE 'UTC'
        FROM standing GROUP BY reader_id, column_name, use_kind
        UNION ALL
        SELECT down.reader_id, '', 'DOWNSTREAM', 0, max(seen_on)::timestamp AT TIME ZONE 'UTC'
        FROM standing JOIN evidence_downstream down ON down.model_id = standing.reader_id
        GROUP BY down.reader_id
      )
      SELECT r.kind, r.name, r.owner, f.column_name, f.use_kind, f.uses, f.last_seen
      FROM found f JOIN evidence_reader r ON r.reader_id = f.reader_id
      """;

  /** From the day on which the window begins, so that counts may be added up. */
  private static final String COUNTED =
      """
      SELECT u.reader_id, u.column_name, u.use_kind, sum(u.uses) AS uses,
          max(u.last_seen) AS last_seen
        FROM evidence_use u
        WHERE u.table_name = ? AND {use} AND u.last_seen >= ?
          AND u.day >= (?::timestamptz AT TIME ZONE 'UTC')::date
        GROUP BY u.reader_id, u.column_name, u.use_kind
      """;

  /** A row per reader and use, whatever the window. */
  private static final String LAST =
      """
      SELECT u.reader_id, u.column_name, u.use_kind, 0::numeric AS uses, u.last_seen
        FROM evidence_last_use u WHERE u.table_name = ? AND {use} AND u.last_seen >= ?
      """;

  private ReaderQueries() {}

  /**
   * Who has read the column since then, with how often.
   *
   * @param column empty for any of the table
   */
  public static List<Sighting> since(
      Connection connection, TableName table, Optional<ColumnPath> column, Instant since)
      throws SQLException {
    return found(connection, COUNTED, table, column, List.of(since, since));
  }

  /** The same readers without counts: reads as many rows as there are readers. */
  public static List<Reader> readersSince(
      Connection connection, TableName table, Optional<ColumnPath> column, Instant since)
      throws SQLException {
    return found(connection, LAST, table, column, List.of(since)).stream()
        .map(Sighting::reader)
        .toList();
  }

  private static List<Sighting> found(
      Connection connection,
      String uses,
      TableName table,
      Optional<ColumnPath> column,
      List<Instant> since)
      throws SQLException {
    String sql =
        SINCE
            .replace("{uses}", uses)
            .replace("{dependency}", column.isPresent() ? OF_COLUMN.formatted("d") : "true")
            .replace("{use}", column.isPresent() ? OF_COLUMN.formatted("u") : "true");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int next = subject(connection, query, 1, table, column);
      next = subject(connection, query, next, table, column);
      for (Instant from : since) {
        query.setObject(next++, from.atOffset(ZoneOffset.UTC));
      }
      try (ResultSet rows = query.executeQuery()) {
        List<Sighting> found = new ArrayList<>();
        while (rows.next()) {
          found.add(sighting(rows));
        }
        return found;
      }
    }
  }

  private static int subject(
      Connection connection,
      PreparedStatement query,
      int first,
      TableName table,
      Optional<ColumnPath> column)
      throws SQLException {
    int next = first;
    query.setString(next++, table.toString().toLowerCase(Locale.ROOT));
    if (column.isPresent()) {
      String path = column.get().toString().toLowerCase(Locale.ROOT);
      query.setArray(next++, connection.createArrayOf("text", names(column.get()).toArray()));
      query.setString(next++, path + ".");
      query.setString(next++, path + "/"); // the character behind the dot
    }
    return next;
  }

  /** The column, the structs around it, and what stands for more than one. */
  private static List<String> names(ColumnPath column) {
    List<String> names = new ArrayList<>(List.of(Reader.EVERY_COLUMN, Reader.NO_COLUMN));
    for (Optional<ColumnPath> path = Optional.of(column);
        path.isPresent();
        path = path.get().parent()) {
      names.add(path.get().toString().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    Instant lastSeen = row.getObject("last_seen", OffsetDateTime.class).toInstant();
    Reader reader =
        new Reader(
            ReaderKind.valueOf(row.getString("kind")),
            row.getString("name"),
            row.getString("owner"),
            ReaderUse.valueOf(row.getString("use_kind")),
            row.getString("column_name"),
            LocalDate.ofInstant(lastSeen, ZoneOffset.UTC));
    return new Sighting(reader, row.getLong("uses"), lastSeen);
  }
}
