package io.stillwater.checks.quality;

import io.stillwater.checks.Finding;
import io.stillwater.lakehouse.engine.QueryException;
import io.stillwater.lakehouse.engine.QueryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over the table that answers many tests. Where the pass fails, each test makes its own,
 * so that only the one at fault goes without an answer.
 */
final class SharedScan {
  private static final String ROWS = "count(*)";

  private final TableSession table;
  private final Map<QualityTest.Scan, List<Object>> values = new IdentityHashMap<>();
  private long rows;
  private long millis;

  private SharedScan(TableSession table) {
    this.table = table;
  }

  static SharedScan of(TableSession table, Collection<QualityTest.Scan> tests) {
    SharedScan scan = new SharedScan(table);
    try {
      scan.read(tests);
    } catch (QueryException e) {
      scan.read(List.of());
    }
    return scan;
  }

  long rows() {
    return rows;
  }

  /** An empty table passes every test of its rows, so that it must not count as a pass. */
  Finding empty() {
    return Finding.fail(
        "0 rows", "at least one row", table.name() + " has no rows to test", sql(List.of()));
  }

  Finding judge(QualityTest.Scan test) {
    if (rows == 0) {
      return empty();
    }
    List<Object> answer = values.get(test);
    String own = sql(test.aggregates());
    if (answer == null) {
      QueryResult result = table.query(own);
      List<Object> row = result.rows().get(0);
      answer = row.subList(1, row.size());
    }
    return test.judge(answer, rows, own);
  }

  Duration duration(Collection<QualityTest.Scan> tests) {
    return tests.isEmpty() ? Duration.ZERO : Duration.ofMillis(millis);
  }

  private void read(Collection<QualityTest.Scan> tests) {
    List<String> aggregates = new ArrayList<>();
    tests.forEach(test -> aggregates.addAll(test.aggregates()));
    QueryResult result = table.query(sql(aggregates));
    List<Object> row = result.rows().get(0);
    rows = ((Number) row.get(0)).longValue();
    millis = result.millis();
    int at = 1;
    for (QualityTest.Scan test : tests) {
      int next = at + test.aggregates().size();
      values.put(test, row.subList(at, next));
      at = next;
    }
  }

  private String sql(List<String> aggregates) {
    List<String> all = new ArrayList<>();
    all.add(ROWS);
    all.addAll(aggregates);
    return "SELECT %s FROM %s AS t".formatted(String.join(", ", all), table.view());
  }
}
