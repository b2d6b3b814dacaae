package io.stillwater.checks.quality;

import io.stillwater.checks.SettingException;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import java.math.BigDecimal;
import org.apache.iceberg.types.Type;

/** A bound of a range as SQL of the column's kind. */
final class RangeBounds {
  private static final int LONGEST_NUMBER = 60;

  private RangeBounds() {}

  /**
   * @throws SettingException when the column has no order or the text is no value of its kind
   */
  static String sql(String column, Type type, String text) {
    return switch (type.typeId()) {
      case INTEGER, LONG, FLOAT, DOUBLE, DECIMAL -> number(column, text);
      case DATE, TIME, TIMESTAMP, TIMESTAMP_NANO, STRING -> literal(type, text);
      default ->
          throw new SettingException("Column %s is %s, which has no range".formatted(column, type));
    };
  }

  /** As a plain number: a cast to the column's type would round a bound of 0.5 for integers. */
  private static String number(String column, String text) {
    try {
      String plain = new BigDecimal(text.strip()).toPlainString();
      if (plain.length() <= LONGEST_NUMBER) {
        return plain;
      }
    } catch (NumberFormatException e) {
      throw new SettingException("Range of %s: '%s' is no number".formatted(column, text), e);
    }
    throw new SettingException("Range of %s: '%s' is too long".formatted(column, text));
  }

  private static String literal(Type type, String text) {
    String quoted = Identifiers.literal(text, Dialect.DUCKDB);
    String target = IcebergTypes.toLake(type).render(Dialect.DUCKDB);
    return "CAST(%s AS %s)".formatted(quoted, target);
  }
}
