package io.stillwater.checks;

import java.time.Duration;
import java.util.Locale;

/** Measured values as people read them. */
public final class Words {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private Words() {}

  public static String rows(long count) {
    return number(count) + (count == 1 ? " row" : " rows");
  }

  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  public static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.2f %%", ratio * 100);
  }

  /** In powers of 1000, as disks and quotas are sold. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /** ISO-8601 in whole seconds; days are named from one on. */
  public static String duration(Duration duration) {
    Duration seconds = Duration.ofSeconds(Math.max(0, duration.toSeconds()));
    long days = seconds.toDays();
    if (days == 0) {
      return seconds.toString();
    }
    Duration rest = seconds.minusDays(days);
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
