package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.checks.SettingException;
import io.stillwater.checks.Words;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import java.util.List;

/** Every value stands in a column of another table; NULL refers to nothing. */
record ReferentialTest(String column, ColumnExpression expression, TableName other, String key)
    implements QualityTest.Query {
  private static final int PARTS = 4;

  /**
   * @param reference {@code catalog.schema.table.column}
   */
  static ReferentialTest of(String column, Object reference, TableSession table) {
    List<String> parts = parts(column, String.valueOf(reference));
    int last = parts.size() - 1;
    TableName other = new TableName(parts.get(0), parts.subList(1, last - 1), parts.get(last - 1));
    return new ReferentialTest(column, table.column(column), other, parts.get(last));
  }

  @Override
  public Finding judge(TableSession table) {
    TableSession target = table.other(other);
    // The target is read under an alias of its own, beside the table's "t".
    String targetKey = "r" + target.column(key).sql().substring(1);
    String sql =
        ("SELECT count(*), count(DISTINCT %1$s), CAST(min(%1$s) AS VARCHAR) FROM %2$s AS t WHERE %1$s"
                + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$s AS r WHERE %4$s = %1$s)")
            .formatted(expression.sql(), table.view(), target.view(), targetKey);
    List<Object> found = table.query(sql).rows().get(0);
    long orphans = ((Number) found.get(0)).longValue();
    String reference = other + "." + key;
    return Finding.judge(
        orphans == 0,
        "%s of %s not in %s".formatted(Words.rows(orphans), column, reference),
        "none",
        orphans == 0
            ? "every %s is in %s".formatted(column, reference)
            : "%s values of %s are not in %s, such as %s"
                .formatted(
                    Words.number(((Number) found.get(1)).longValue()),
                    column,
                    reference,
                    found.get(2)),
        sql);
  }

  private static List<String> parts(String column, String reference) {
    try {
      List<String> parts = ColumnPath.parse(reference).parts();
      if (parts.size() >= PARTS) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(column, reference, e);
    }
    throw wrong(column, reference, null);
  }

  private static SettingException wrong(String column, String reference, Throwable cause) {
    return new SettingException(
        "Reference of %s: '%s' is no column; write catalog.schema.table.column"
            .formatted(column, reference),
        cause);
  }
}
