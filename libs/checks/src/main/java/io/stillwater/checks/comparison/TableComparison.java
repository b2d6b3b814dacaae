package io.stillwater.checks.comparison;

import io.stillwater.checks.comparison.ComparisonResult.Method;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.engine.SqlSession;
import java.util.List;

/**
 * Compares two tables row by row, on a key. What the files already tell needs no read; else hashes
 * of whole rows are added up per bucket of keys, and only buckets that differ are joined and
 * compared column by column.
 */
public final class TableComparison {
  private final SqlEngine engine;

  public TableComparison(SqlEngine engine) {
    this.engine = engine;
  }

  /**
   * @param key the columns that tell rows apart; they need not be unique
   * @param maxSamples how many differing rows the result shows at most
   * @throws IllegalArgumentException when a table lacks a key column
   * @throws io.stillwater.lakehouse.engine.QueryException when the engine cannot read a table
   */
  public ComparisonResult compare(PinnedTable a, PinnedTable b, List<String> key, int maxSamples) {
    long start = System.nanoTime();
    ComparedColumns columns = ComparedColumns.of(a, b, key);
    if (FileSets.same(a, b)) {
      return identical(columns, start);
    }
    try (SqlSession session = engine.open()) {
      RowScan scan =
          new RowScan(session, session.register(a), session.register(b), columns, maxSamples);
      return scan.run(start);
    }
  }

  private static ComparisonResult identical(ComparedColumns columns, long start) {
    return new ComparisonResult(
        Method.METADATA,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        columns.onlyInA(),
        columns.onlyInB(),
        columns.differentTypes(),
        List.of(),
        List.of(),
        (System.nanoTime() - start) / 1_000_000);
  }
}
