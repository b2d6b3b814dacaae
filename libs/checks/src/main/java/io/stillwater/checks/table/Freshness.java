package io.stillwater.checks.table;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.checks.LakeTables;
import io.stillwater.checks.NewestValue;
import io.stillwater.checks.Settings;
import io.stillwater.checks.TableCheck;
import io.stillwater.checks.Words;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.QueryResult;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.engine.SqlSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * The table's data is younger than a limit: by the newest value of a column, or where none is named
 * by the last commit that brought or took data. Compactions and backfills (REPLACE) bring none.
 */
public final class Freshness implements TableCheck.PerTable {
  private final LakeTables tables;
  private final SqlEngine engine;
  private final Clock clock;

  public Freshness(LakeTables tables, SqlEngine engine, Clock clock) {
    this.tables = tables;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public Finding check(TableName name, Settings settings, CheckContext context) {
    Duration maxAge = settings.require("maxAge", settings.duration("maxAge"));
    Optional<Table> found = tables.find(name);
    if (found.isEmpty()) {
      String evidence = "catalog entry of " + name;
      return Finding.fail("no table", limit(maxAge), name + " is not there", evidence);
    }
    return settings
        .text("column")
        .map(column -> byColumn(name, found.get(), column, maxAge))
        .orElseGet(() -> byCommit(name, found.get(), maxAge));
  }

  private Finding byColumn(TableName name, Table table, String column, Duration maxAge) {
    Optional<ColumnExpression> known = ColumnExpression.find(table.schema(), column);
    if (known.isEmpty()) {
      return ColumnExpression.missing(name, column);
    }
    NewestValue newest = new NewestValue(column, known.get(), maxAge, clock.instant());
    try (SqlSession session = engine.open()) {
      String view = session.register(PinnedTable.current(name, table));
      String sql = "SELECT %s FROM %s AS t".formatted(String.join(", ", newest.sql()), view);
      QueryResult result = session.query(sql);
      return newest.judge(result.rows().get(0), sql);
    }
  }

  private Finding byCommit(TableName name, Table table, Duration maxAge) {
    Snapshot at = table.currentSnapshot();
    while (at != null && DataOperations.REPLACE.equals(at.operation())) {
      at = at.parentId() == null ? null : table.snapshot(at.parentId());
    }
    if (at == null) {
      String evidence = "snapshots of " + name;
      return Finding.fail("no commit", limit(maxAge), name + " has no data", evidence);
    }
    Instant committed = Instant.ofEpochMilli(at.timestampMillis());
    Duration age = Duration.between(committed, clock.instant());
    return Finding.judge(
        age.compareTo(maxAge) <= 0,
        Words.duration(age) + " old",
        limit(maxAge),
        "the last commit of data was at " + committed,
        "snapshot %d of %s, operation %s".formatted(at.snapshotId(), name, at.operation()));
  }

  private static String limit(Duration maxAge) {
    return "at most " + Words.duration(maxAge) + " old";
  }
}
