package io.stillwater.planning.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations, ratios and sizes as people write them. */
public final class Quantities {
  private static final String DURATION_FORMS =
      "write a duration such as P14D, PT5M, 14d, 5m or 10s";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Quantities() {}

  /** ISO-8601, or a number with ms, s, m, h, d or w. */
  public static Duration duration(String text) {
    try {
      return text.startsWith("P") ? iso(text) : shorthand(text);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no duration; " + DURATION_FORMS, e);
    }
  }

  /** {@code 20%} or {@code 0.2}, as a ratio of at least 0. */
  public static double ratio(String text) {
    BigDecimal value;
    try {
      boolean percent = text.endsWith("%");
      String number = percent ? text.substring(0, text.length() - 1).strip() : text;
      value = decimal(number);
      value = percent ? value.divide(HUNDRED) : value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no share; write 20% or 0.2", e);
    }
    if (value.signum() < 0) {
      throw new IllegalArgumentException("'" + text + "' must not be negative");
    }
    return value.doubleValue();
  }

  /** Bytes: {@code 5TB} is 5·10¹², {@code 5TiB} is 5·2⁴⁰. */
  public static long size(String text) {
    String upper = text.toUpperCase(Locale.ROOT).strip();
    boolean binary = upper.endsWith("IB");
    String plain = binary ? upper.substring(0, upper.length() - 2) : strip(upper, "B");
    int power = plain.isEmpty() ? -1 : "KMGTPE".indexOf(plain.charAt(plain.length() - 1));
    String number = power < 0 ? plain : plain.substring(0, plain.length() - 1);
    try {
      BigDecimal bytes =
          decimal(number.strip()).multiply(BigDecimal.valueOf(binary ? 1024 : 1000).pow(power + 1));
      if (bytes.signum() >= 0 && !(binary && power < 0)) {
        return bytes.longValueExact();
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw noSize(text, e);
    }
    throw noSize(text, null);
  }

  private static IllegalArgumentException noSize(String text, Exception cause) {
    return new IllegalArgumentException(
        "'" + text + "' is no size; write 500GB, 5TB or 5TiB", cause);
  }

  private static Duration iso(String text) {
    int weeks = text.indexOf('W');
    Duration duration =
        weeks > 0 && weeks == text.length() - 1
            ? Duration.ofDays(Math.multiplyExact(7L, Long.parseLong(text.substring(1, weeks))))
            : Duration.parse(text);
    return positive(duration);
  }

  private static Duration shorthand(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    long amount = Long.parseLong(text.substring(0, digits));
    return positive(
        switch (text.substring(digits).strip()) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          case "w" -> Duration.ofDays(Math.multiplyExact(7L, amount));
          default -> throw new NumberFormatException(text);
        });
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative()) {
      throw new ArithmeticException("negative");
    }
    return duration;
  }

  /** Bounded, because the exact value of {@code 1e999999999} would fill the memory. */
  private static BigDecimal decimal(String text) {
    if (text.length() > 30 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  private static String strip(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }
}
