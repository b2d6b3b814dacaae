package io.stillwater.checks.comparison;

import io.stillwater.checks.comparison.ComparisonResult.Method;
import io.stillwater.lakehouse.engine.QueryResult;
import io.stillwater.lakehouse.engine.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One comparison by reading rows. Everything that is counted is counted in the engine. */
final class RowScan {
  private final SqlSession session;
  private final ComparisonSql sql;
  private final ComparedColumns columns;
  private final int maxSamples;
  private final List<String> queries = new ArrayList<>();

  RowScan(SqlSession session, String a, String b, ComparedColumns columns, int maxSamples) {
    this.session = session;
    this.sql = new ComparisonSql(a, b, columns);
    this.columns = columns;
    this.maxSamples = maxSamples;
  }

  ComparisonResult run(long start) {
    List<Object> counts = row(sql.counts());
    String buckets =
        run(sql.differingBuckets()).rows().stream()
            .map(row -> row.get(0).toString())
            .collect(Collectors.joining(", "));
    boolean same = buckets.isEmpty();
    List<Object> kinds = same ? List.of(0L, 0L, 0L) : row(sql.kinds(buckets));
    List<RowDifference> samples = same || maxSamples == 0 ? List.of() : samples(buckets);
    return new ComparisonResult(
        Method.SCAN,
        number(counts.get(0)),
        number(counts.get(1)),
        number(counts.get(2)),
        number(counts.get(3)),
        number(kinds.get(0)),
        number(kinds.get(1)),
        number(kinds.get(2)),
        columns.onlyInA(),
        columns.onlyInB(),
        columns.differentTypes(),
        samples,
        queries,
        (System.nanoTime() - start) / 1_000_000);
  }

  private List<RowDifference> samples(String buckets) {
    return run(sql.samples(buckets, maxSamples)).rows().stream()
        .map(row -> new SampleReader(columns).read(row))
        .toList();
  }

  private List<Object> row(String query) {
    return run(query).rows().get(0);
  }

  private QueryResult run(String query) {
    queries.add(query);
    return session.query(query);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
