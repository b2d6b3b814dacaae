package io.stillwater.monitor.domain.analysis;

import java.util.Locale;

/** Numbers as people read them. */
final class Words {
  static final String MILLISECONDS = "ms";
  static final String RATIO = "ratio";

  private Words() {}

  static String count(double number) {
    boolean whole = number == Math.rint(number);
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", number);
  }

  static String factor(double factor) {
    return significant(factor);
  }

  static String percent(double ratio) {
    return significant(ratio * 100) + " %";
  }

  /** Evidence as {@code 4,100:1}. */
  static String odds(double evidence) {
    if (evidence > 1e9) {
      return "above 1,000,000,000:1";
    }
    return (evidence >= 10 ? count(Math.floor(evidence)) : significant(evidence)) + ":1";
  }

  static String amount(double value, String unit) {
    if (MILLISECONDS.equals(unit)) {
      return duration(value);
    }
    if (RATIO.equals(unit)) {
      return percent(value);
    }
    return significant(value) + (unit == null ? "" : " " + unit);
  }

  private static String duration(double millis) {
    if (millis < 1000) {
      return significant(millis) + " ms";
    }
    double seconds = millis / 1000;
    return seconds < 120 ? significant(seconds) + " s" : significant(seconds / 60) + " min";
  }

  private static String significant(double number) {
    double size = Math.abs(number);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    String text = String.format(Locale.ROOT, format, number);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
