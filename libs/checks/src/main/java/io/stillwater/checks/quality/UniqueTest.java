package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.checks.Words;
import java.util.List;
import java.util.stream.Collectors;

/** No key stands twice. As in SQL, a key with a NULL in it equals no other. */
record UniqueTest(List<String> columns, List<ColumnExpression> key) implements QualityTest.Query {

  @Override
  public Finding judge(TableSession table) {
    String keys = key.stream().map(ColumnExpression::sql).collect(Collectors.joining(", "));
    String present =
        key.stream()
            .map(column -> column.sql() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    String sql =
        ("SELECT count(*), coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM %s AS t WHERE %s"
                + " GROUP BY %s HAVING count(*) > 1)")
            .formatted(table.view(), present, keys);
    List<Object> found = table.query(sql).rows().get(0);
    long repeated = ((Number) found.get(0)).longValue();
    long rows = ((Number) found.get(1)).longValue();
    String name = columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")";
    return Finding.judge(
        repeated == 0,
        "%s of %s repeated".formatted(Words.number(repeated), "keys " + name),
        "none",
        repeated == 0
            ? name + " is unique"
            : "%s share their %s with another".formatted(Words.rows(rows), name),
        sql);
  }
}
