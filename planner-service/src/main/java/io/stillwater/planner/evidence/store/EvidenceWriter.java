package io.stillwater.planner.evidence.store;

import io.stillwater.planner.evidence.store.EvidenceBatch.CoverageKey;
import io.stillwater.planner.evidence.store.EvidenceBatch.DependencyKey;
import io.stillwater.planner.evidence.store.EvidenceBatch.Downstream;
import io.stillwater.planner.evidence.store.EvidenceBatch.SeenReader;
import io.stillwater.planner.evidence.store.EvidenceBatch.Tally;
import io.stillwater.planner.evidence.store.EvidenceBatch.UseKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Adds batches to the tables, a statement per table, on the connection it is given. */
@ApplicationScoped
public class EvidenceWriter {
  private static final String READERS =
      """
      INSERT INTO evidence_reader (reader_id, kind, name, owner, last_seen)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[])
      ON CONFLICT (reader_id) DO UPDATE SET last_seen = excluded.last_seen
        WHERE evidence_reader.last_seen < excluded.last_seen
      """;

  /** The days and the last of them, from one set of arrays. */
  private static final String USES =
      """
      WITH seen AS MATERIALIZED (
        SELECT * FROM unnest(
          ?::text[], ?::text[], ?::date[], ?::bigint[], ?::text[], ?::bigint[], ?::timestamptz[])
          AS use (table_name, column_name, day, reader_id, use_kind, uses, last_seen)
      ), days AS (
        INSERT INTO evidence_use
          (table_name, column_name, day, reader_id, use_kind, uses, last_seen)
        SELECT * FROM seen
        ON CONFLICT (table_name, column_name, day, reader_id, use_kind) DO UPDATE SET
          uses = evidence_use.uses + excluded.uses,
          last_seen = greatest(evidence_use.last_seen, excluded.last_seen)
      )
      INSERT INTO evidence_last_use (table_name, column_name, reader_id, use_kind, last_seen)
      SELECT table_name, column_name, reader_id, use_kind, max(last_seen)
      FROM seen GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (table_name, column_name, reader_id, use_kind) DO UPDATE SET
        last_seen = excluded.last_seen WHERE evidence_last_use.last_seen < excluded.last_seen
      """;

  private static final String DEPENDENCIES =
      """
      INSERT INTO evidence_dependency
        (table_name, column_name, reader_id, use_kind, origin, seen_on)
      SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::date[])
      ON CONFLICT (table_name, column_name, reader_id, use_kind, origin) DO UPDATE SET
        seen_on = excluded.seen_on WHERE evidence_dependency.seen_on < excluded.seen_on
      """;

  private static final String DOWNSTREAM =
      """
      INSERT INTO evidence_downstream (model_id, reader_id, origin)
      SELECT model_id, reader_id, ? FROM unnest(?::bigint[], ?::bigint[]) AS pair (model_id, reader_id)
      ON CONFLICT DO NOTHING
      """;

  private static final String COVERAGE =
      """
      INSERT INTO evidence_coverage (source, hour, events)
      SELECT * FROM unnest(?::text[], ?::timestamptz[], ?::bigint[])
      ON CONFLICT (source, hour) DO UPDATE SET
        events = evidence_coverage.events + excluded.events
      """;

  private static final String UNLISTED =
      """
      DELETE FROM evidence_dependency d USING evidence_reader r
      WHERE d.origin = ? AND r.reader_id = d.reader_id
        AND r.kind IN ('VIEW', 'MATERIALIZED_VIEW') AND starts_with(r.name, ?)
        AND NOT EXISTS (SELECT 1 FROM evidence_dependency listed
                        WHERE listed.reader_id = d.reader_id AND listed.origin = ?)
      """;

  /** Adds what the batch says. */
  public void add(Connection connection, EvidenceBatch batch) throws SQLException {
    readers(connection, batch.readers());
    uses(connection, batch.uses());
    dependencies(connection, batch.dependencies());
    coverage(connection, batch.coverage());
  }

  /** Puts the batch in the place of all that the origin said before. */
  public void replace(Connection connection, String origin, EvidenceBatch batch)
      throws SQLException {
    for (String table : List.of("evidence_dependency", "evidence_downstream")) {
      SqlArrays.update(connection, "DELETE FROM " + table + " WHERE origin = ?", origin);
    }
    add(connection, batch);
    downstream(connection, origin, batch);
  }

  /**
   * Forgets what another origin said of views that a catalog does not list any more.
   *
   * @param complete the origin that lists all views of the catalog
   */
  public void forgetUnlistedViews(
      Connection connection, String origin, String catalog, String complete) throws SQLException {
    SqlArrays.update(connection, UNLISTED, origin, catalog + ".", complete);
  }

  private static void readers(Connection connection, Map<ReaderKey, SeenReader> readers)
      throws SQLException {
    List<Map.Entry<ReaderKey, SeenReader>> rows = new ArrayList<>(readers.entrySet());
    rows.sort(Comparator.comparingLong(row -> row.getValue().id()));
    SqlArrays arrays = new SqlArrays(rows.size());
    arrays.column("bigint", i -> rows.get(i).getValue().id());
    arrays.column("text", i -> rows.get(i).getKey().kind().name());
    arrays.column("text", i -> rows.get(i).getKey().name());
    arrays.column("text", i -> rows.get(i).getKey().owner());
    arrays.column("date", i -> rows.get(i).getValue().day().toString());
    arrays.insert(connection, READERS);
  }

  private static void uses(Connection connection, Map<UseKey, Tally> uses) throws SQLException {
    List<Map.Entry<UseKey, Tally>> rows = List.copyOf(uses.entrySet());
    SqlArrays arrays = new SqlArrays(rows.size());
    arrays.column("text", i -> rows.get(i).getKey().table());
    arrays.column("text", i -> rows.get(i).getKey().column());
    arrays.column("date", i -> rows.get(i).getKey().day().toString());
    arrays.column("bigint", i -> rows.get(i).getKey().readerId());
    arrays.column("text", i -> rows.get(i).getKey().use().name());
    arrays.column("bigint", i -> rows.get(i).getValue().uses());
    arrays.column("timestamptz", i -> rows.get(i).getValue().lastSeen().toString());
    arrays.insert(connection, USES);
  }

  private static void dependencies(
      Connection connection, Map<DependencyKey, LocalDate> dependencies) throws SQLException {
    List<Map.Entry<DependencyKey, LocalDate>> rows = List.copyOf(dependencies.entrySet());
    SqlArrays arrays = new SqlArrays(rows.size());
    arrays.column("text", i -> rows.get(i).getKey().table());
    arrays.column("text", i -> rows.get(i).getKey().column());
    arrays.column("bigint", i -> rows.get(i).getKey().readerId());
    arrays.column("text", i -> rows.get(i).getKey().use().name());
    arrays.column("text", i -> rows.get(i).getKey().origin());
    arrays.column("date", i -> rows.get(i).getValue().toString());
    arrays.insert(connection, DEPENDENCIES);
  }

  private static void coverage(Connection connection, Map<CoverageKey, Long> coverage)
      throws SQLException {
    List<Map.Entry<CoverageKey, Long>> rows = List.copyOf(coverage.entrySet());
    SqlArrays arrays = new SqlArrays(rows.size());
    arrays.column("text", i -> rows.get(i).getKey().source());
    arrays.column("timestamptz", i -> rows.get(i).getKey().hour().toString());
    arrays.column("bigint", i -> rows.get(i).getValue());
    arrays.insert(connection, COVERAGE);
  }

  private static void downstream(Connection connection, String origin, EvidenceBatch batch)
      throws SQLException {
    List<Downstream> rows = List.copyOf(batch.downstream());
    SqlArrays arrays = new SqlArrays(rows.size());
    arrays.column("bigint", i -> rows.get(i).modelId());
    arrays.column("bigint", i -> rows.get(i).readerId());
    arrays.insert(connection, DOWNSTREAM, origin);
  }
}
