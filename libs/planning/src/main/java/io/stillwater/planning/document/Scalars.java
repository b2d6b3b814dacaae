package io.stillwater.planning.document;

import java.math.BigDecimal;

/** Numbers as documents write them. */
final class Scalars {
  /** Longer numbers are text: no type of a table holds them, and reading them takes long. */
  private static final int MAX_DIGITS = 60;

  private Scalars() {}

  /** A Long where it fits, else a BigDecimal; the text itself when it is neither. */
  static Object number(String text) {
    if (text.length() > MAX_DIGITS) {
      return text;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notLong) {
      return decimal(text);
    }
  }

  private static Object decimal(String text) {
    try {
      BigDecimal decimal = new BigDecimal(text);
      return Math.abs(decimal.scale()) > 400 ? text : decimal;
    } catch (NumberFormatException notDecimal) {
      return text;
    }
  }
}
