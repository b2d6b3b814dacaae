package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.checks.SettingException;
import io.stillwater.checks.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Type.TypeID;

/**
 * Every value lies between two bounds, of which one may be missing. NULL is no value; NaN lies in
 * no range. {@code exclusive} leaves both bounds out.
 */
record RangeTest(
    String column, ColumnExpression expression, Bound min, Bound max, boolean exclusive)
    implements QualityTest.Scan {

  static RangeTest of(String column, Object limits, TableSession table) {
    if (limits instanceof Map<?, ?> map && (map.get("min") != null || map.get("max") != null)) {
      ColumnExpression expression = table.column(column);
      Object exclusive = map.get("exclusive");
      return new RangeTest(
          column,
          expression,
          bound(column, expression, map.get("min")),
          bound(column, expression, map.get("max")),
          exclusive != null && Boolean.parseBoolean(exclusive.toString()));
    }
    throw new SettingException(
        "Range of %s: write {min: …, max: …}, at least one of them".formatted(column));
  }

  @Override
  public List<String> aggregates() {
    String value = expression.sql();
    List<String> outside = new ArrayList<>();
    if (min != null) {
      outside.add(value + (exclusive ? " <= " : " < ") + min.sql());
    }
    if (max != null) {
      outside.add(value + (exclusive ? " >= " : " > ") + max.sql());
    }
    TypeID type = expression.type().typeId();
    if (type == TypeID.FLOAT || type == TypeID.DOUBLE) {
      outside.add("isnan(" + value + ")");
    }
    return List.of(
        "count(*) FILTER (WHERE %s)".formatted(String.join(" OR ", outside)),
        "CAST(min(%s) AS VARCHAR)".formatted(value),
        "CAST(max(%s) AS VARCHAR)".formatted(value));
  }

  @Override
  public Finding judge(List<Object> values, long rows, String evidence) {
    long outside = ((Number) values.get(0)).longValue();
    boolean none = values.get(1) == null;
    String span = none ? "no value" : "%s to %s".formatted(values.get(1), values.get(2));
    return Finding.judge(
        outside == 0,
        "%s: %s, %s outside".formatted(column, span, Words.rows(outside)),
        limit(),
        outside == 0
            ? column + " stays in its range"
            : "%s of %s is outside".formatted(Words.rows(outside), column),
        evidence);
  }

  private String limit() {
    List<String> parts = new ArrayList<>();
    if (min != null) {
      parts.add((exclusive ? "> " : "≥ ") + min.text());
    }
    if (max != null) {
      parts.add((exclusive ? "< " : "≤ ") + max.text());
    }
    return column + " " + String.join(" and ", parts);
  }

  private static Bound bound(String column, ColumnExpression expression, Object value) {
    return value == null
        ? null
        : new Bound(value.toString(), RangeBounds.sql(column, expression.type(), value.toString()));
  }

  /** A bound as it was written and as SQL. */
  private record Bound(String text, String sql) {}
}
