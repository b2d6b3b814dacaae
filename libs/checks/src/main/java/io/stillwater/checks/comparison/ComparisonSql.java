package io.stillwater.checks.comparison;

import io.stillwater.checks.comparison.ComparedColumns.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The queries of a comparison. A row's hash covers key and values together, so that values that
 * were swapped between rows are seen; sums of 64-bit hashes do not overflow in 128 bits, and rows
 * that stand twice do not cancel out. Columns are named c0, c1, … inside, in the order of the
 * shared ones, so that no name of a user meets one of ours.
 */
final class ComparisonSql {
  private static final int BUCKETS = 65_536;

  private final String a;
  private final String b;
  private final ComparedColumns columns;

  /**
   * @param a the first table's name in SQL, already quoted
   */
  ComparisonSql(String a, String b, ComparedColumns columns) {
    this.a = a;
    this.b = b;
    this.columns = columns;
  }

  /** Rows of A and B, repeated keys of A and B. */
  String counts() {
    return "SELECT (SELECT count(*) FROM %s), (SELECT count(*) FROM %s), (%s), (%s)"
        .formatted(a, b, repeatedKeys(a), repeatedKeys(b));
  }

  /** The buckets of keys in which the tables are not the same. */
  String differingBuckets() {
    return ("WITH a AS (%s), b AS (%s) SELECT bucket FROM a FULL JOIN b USING (bucket)"
            + " WHERE a.n IS DISTINCT FROM b.n OR a.h IS DISTINCT FROM b.h ORDER BY bucket")
        .formatted(bucketSums(a), bucketSums(b));
  }

  /** Rows only in A, only in B, and different, in those buckets. */
  String kinds(String buckets) {
    return paired(buckets)
        + " SELECT count(*) FILTER (WHERE kind = 'ONLY_IN_A'),"
        + " count(*) FILTER (WHERE kind = 'ONLY_IN_B'),"
        + " count(*) FILTER (WHERE kind = 'DIFFERENT') FROM paired";
  }

  String samples(String buckets, int limit) {
    String values = each(i -> "a%1$d, b%1$d, a%1$d IS DISTINCT FROM b%1$d".formatted(i));
    String order =
        keyIndexes().stream()
            .map("coalesce(a%1$d, b%1$d) NULLS FIRST"::formatted)
            .collect(Collectors.joining(", "));
    return paired(buckets)
        + " SELECT kind, %s FROM paired WHERE kind <> 'SAME' ORDER BY %s, nth LIMIT %d"
            .formatted(values, order, limit);
  }

  /** Both tables' rows in pairs of the same key, each with what became of it. */
  private String paired(String buckets) {
    String onKey =
        keyIndexes().stream()
            .map("a.c%1$d IS NOT DISTINCT FROM b.c%1$d"::formatted)
            .collect(Collectors.joining(" AND "));
    String differs =
        each(i -> "a.c%1$d IS DISTINCT FROM b.c%1$d".formatted(i)).replace(", ", " OR ");
    return ("WITH a AS (%s), b AS (%s), paired AS (SELECT %s, coalesce(a.nth, b.nth) AS nth,"
            + " CASE WHEN b.nth IS NULL THEN 'ONLY_IN_A' WHEN a.nth IS NULL THEN 'ONLY_IN_B'"
            + " WHEN %s THEN 'DIFFERENT' ELSE 'SAME' END AS kind"
            + " FROM a FULL JOIN b ON a.nth = b.nth AND %s)")
        .formatted(
            numbered(a, buckets),
            numbered(b, buckets),
            each(i -> "a.c%1$d AS a%1$d, b.c%1$d AS b%1$d".formatted(i)),
            differs,
            onKey);
  }

  /** Rows of one key are numbered by their values, so that equal ones meet. */
  private String numbered(String table, String buckets) {
    return "SELECT %s, row_number() OVER (PARTITION BY %s ORDER BY %s) AS nth FROM %s AS t WHERE %s IN (%s)"
        .formatted(
            each(i -> columns.shared().get(i).of("t") + " AS c" + i),
            key("t"),
            all("t"),
            table,
            bucket(),
            buckets);
  }

  private String bucketSums(String table) {
    return "SELECT %s AS bucket, count(*) AS n, sum(hash(%s)) AS h FROM %s AS t GROUP BY 1"
        .formatted(bucket(), all("t"), table);
  }

  private String repeatedKeys(String table) {
    return "SELECT count(*) FROM (SELECT 1 FROM %s AS t GROUP BY %s HAVING count(*) > 1)"
        .formatted(table, key("t"));
  }

  private String bucket() {
    return "hash(%s) %% %d".formatted(key("t"), BUCKETS);
  }

  private String key(String alias) {
    return list(columns.key(), alias);
  }

  private String all(String alias) {
    return list(columns.shared(), alias);
  }

  private List<Integer> keyIndexes() {
    List<Integer> indexes = new ArrayList<>();
    columns.key().forEach(column -> indexes.add(columns.shared().indexOf(column)));
    return indexes;
  }

  private String each(Function<Integer, String> part) {
    return IntStream.range(0, columns.shared().size())
        .boxed()
        .map(part)
        .collect(Collectors.joining(", "));
  }

  private static String list(List<Shared> columns, String alias) {
    return columns.stream().map(column -> column.of(alias)).collect(Collectors.joining(", "));
  }
}
