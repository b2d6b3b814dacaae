package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.checks.Words;
import java.util.List;

/** Every row has a value in the column. */
record NotNullTest(String column, ColumnExpression expression) implements QualityTest.Scan {

  @Override
  public List<String> aggregates() {
    return List.of("count(*) FILTER (WHERE %s IS NULL)".formatted(expression.sql()));
  }

  @Override
  public Finding judge(List<Object> values, long rows, String evidence) {
    long nulls = ((Number) values.get(0)).longValue();
    return Finding.judge(
        nulls == 0,
        "%s of %s without %s".formatted(Words.number(nulls), Words.rows(rows), column),
        "none",
        nulls == 0 ? column + " is never NULL" : column + " is NULL in " + Words.rows(nulls),
        evidence);
  }
}
