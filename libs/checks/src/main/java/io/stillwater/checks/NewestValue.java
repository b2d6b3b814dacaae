package io.stillwater.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.types.Type;

/**
 * How old the newest value of a column is. Values in the future are left out, or one wrong row
 * would keep a table fresh for good. Timestamps without a zone are read as UTC; a date counts until
 * its day's end.
 */
public record NewestValue(String column, ColumnExpression of, Duration maxAge, Instant now) {

  public NewestValue {
    if (!isTime(of.type())) {
      throw new SettingException(
          "Column %s is %s; freshness needs a date or a timestamp".formatted(column, of.type()));
    }
  }

  private static boolean isTime(Type type) {
    return switch (type.typeId()) {
      case DATE, TIMESTAMP, TIMESTAMP_NANO -> true;
      default -> false;
    };
  }

  /** Two aggregates: the newest value in milliseconds since 1970, and how many lie ahead. */
  public List<String> sql() {
    String time = "CAST(" + of.sql() + " AS TIMESTAMP)";
    String present = "make_timestamp(" + (now.toEpochMilli() * 1000) + ")";
    return List.of(
        "epoch_ms(max(%s) FILTER (WHERE %s <= %s))".formatted(time, time, present),
        "count(*) FILTER (WHERE %s > %s)".formatted(time, present));
  }

  /**
   * @param values of the two aggregates
   */
  public Finding judge(List<Object> values, String evidence) {
    String limit = "at most " + Words.duration(maxAge) + " old";
    long ahead = ((Number) values.get(1)).longValue();
    String note = ahead == 0 ? "" : ", besides " + Words.rows(ahead) + " in the future";
    if (values.get(0) == null) {
      return Finding.fail("no value", limit, column + " has no value up to now" + note, evidence);
    }
    Instant newest = Instant.ofEpochMilli(((Number) values.get(0)).longValue());
    if (of.type().typeId() == Type.TypeID.DATE) {
      newest = newest.plus(Duration.ofDays(1));
    }
    Duration age = Duration.between(newest, now);
    return Finding.judge(
        age.compareTo(maxAge) <= 0,
        Words.duration(age) + " old",
        limit,
        "the newest %s is of %s%s".formatted(column, newest, note),
        evidence);
  }
}
