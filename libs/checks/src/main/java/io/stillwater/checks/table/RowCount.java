package io.stillwater.checks.table;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.PlannedTable;
import io.stillwater.checks.Settings;
import io.stillwater.checks.TableCheck;
import io.stillwater.checks.Words;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.QueryResult;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.engine.SqlSession;
import io.stillwater.lakehouse.iceberg.SnapshotTags;
import java.util.Optional;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * No row was lost or made by the release. Writers go on meanwhile, so the count of now is held
 * against the count at the planned snapshot plus what writers are known to have added since: a loss
 * is not hidden by their rows, and their rows are no breach. The tolerance is a share of the
 * planned count.
 */
public final class RowCount implements TableCheck.PerTable {
  private static final double TOLERANCE = 0.01;

  private final LakeTables tables;
  private final SqlEngine engine;

  public RowCount(LakeTables tables, SqlEngine engine) {
    this.tables = tables;
    this.engine = engine;
  }

  @Override
  public Finding check(TableName name, Settings settings, CheckContext context) {
    double tolerance = settings.ratio("tolerance").orElse(TOLERANCE);
    Optional<Table> found = tables.find(name);
    if (found.isEmpty()) {
      return Finding.fail(
          "no table", "the rows it had", name + " is not there", "catalog entry of " + name);
    }
    Table table = found.get();
    Optional<Baseline> baseline = baseline(table, context);
    return baseline
        .map(before -> compare(name, table, before, tolerance))
        .orElseGet(
            () ->
                Finding.unknown(
                    "There is no earlier state of " + name + " to count: no plan pins one", null));
  }

  private Finding compare(TableName name, Table table, Baseline baseline, double tolerance) {
    try (SqlSession session = engine.open()) {
      PinnedTable now = PinnedTable.current(name, table);
      QueryResult counts = session.query(sql(session, name, table, baseline, now));
      long before = ((Number) counts.rows().get(0).get(0)).longValue();
      long after = ((Number) counts.rows().get(0).get(1)).longValue();
      WriterGrowth growth = WriterGrowth.since(table, baseline.snapshotId());
      return new RowBalance(before, after, growth, tolerance).judge(counts.sql());
    }
  }

  private static String sql(
      SqlSession session, TableName name, Table table, Baseline baseline, PinnedTable now) {
    String before =
        baseline.snapshotId() == null
            ? "0"
            : "(SELECT count(*) FROM %s)"
                .formatted(session.register(PinnedTable.at(name, table, baseline.snapshotId())));
    return "SELECT %s AS %s, (SELECT count(*) FROM %s) AS %s"
        .formatted(before, "planned", session.register(now), "found");
  }

  /**
   * The planned state, under whatever name it had; without a plan, what the deployment's tag
   * protects.
   */
  private static Optional<Baseline> baseline(Table table, CheckContext context) {
    String uuid = table.uuid().toString();
    Optional<PlannedTable> planned =
        context.planned().values().stream().filter(pin -> uuid.equals(pin.uuid())).findFirst();
    if (planned.isPresent()) {
      return planned.map(pin -> new Baseline(pin.snapshotId()));
    }
    return Optional.ofNullable(context.deploymentId())
        .map(id -> table.refs().get(SnapshotTags.name(id)))
        .map(SnapshotRef::snapshotId)
        .map(Baseline::new);
  }

  /** A null snapshot: the table had no data. */
  private record Baseline(Long snapshotId) {}

  /** How the counts compare. */
  private record RowBalance(long before, long after, WriterGrowth growth, double tolerance) {

    Finding judge(String evidence) {
      double allowed = before * tolerance;
      long least = before + growth.least();
      long most = before + growth.most();
      if (after < least - allowed) {
        return Finding.fail(value(), limit(), lost(least), evidence);
      }
      if (after <= most + allowed) {
        return Finding.pass(value(), limit(), kept(), evidence);
      }
      String made = Words.rows(after - most) + " more than there were and than writers have added";
      return growth.known()
          ? Finding.fail(value(), limit(), made, evidence)
          : Finding.warn(
              value(), limit(), made + " as far as the table's history is kept", evidence);
    }

    private String value() {
      return Words.rows(after);
    }

    private String limit() {
      String added = growth.most() == 0 ? "" : " + " + Words.number(growth.most()) + " by writers";
      return "%s%s ± %s".formatted(Words.rows(before), added, Words.percent(tolerance));
    }

    private String lost(long least) {
      long missing = least - after;
      String share = before == 0 ? "" : ", " + Words.percent((double) missing / before);
      return Words.rows(missing) + " missing" + share;
    }

    private String kept() {
      long more = after - before;
      return more == 0
          ? "as many rows as before"
          : "%s %s than before".formatted(Words.rows(Math.abs(more)), more > 0 ? "more" : "fewer");
    }
  }
}
