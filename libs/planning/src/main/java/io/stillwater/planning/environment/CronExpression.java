package io.stillwater.planning.environment;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Minute, hour, day of month, month, day of week (0 and 7 are Sunday), as cron has it: lists,
 * ranges, steps and English names. Where both days are restricted, either may match.
 */
public final class CronExpression {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final String text;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean eitherDay;

  private CronExpression(String text, String[] parts) {
    this.text = text;
    minutes = set(parts[0], 0, 59, List.of());
    hours = set(parts[1], 0, 23, List.of());
    daysOfMonth = set(parts[2], 1, 31, List.of());
    months = set(parts[3], 1, 12, MONTHS);
    daysOfWeek = set(parts[4], 0, 7, DAYS);
    if (daysOfWeek.get(7)) {
      daysOfWeek.set(0);
    }
    eitherDay = !parts[2].startsWith("*") && !parts[4].startsWith("*");
  }

  /**
   * @throws IllegalArgumentException saying which part cannot be read
   */
  public static CronExpression parse(String text) {
    String[] parts = text.strip().split("\\s+", 6);
    if (parts.length != 5) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no cron expression; write minute hour day month weekday, e.g. 0 22 * * 5");
    }
    return new CronExpression(text.strip(), parts);
  }

  /** The latest start at or before {@code minute}, looking back no further than {@code within}. */
  Optional<ZonedDateTime> lastStart(ZonedDateTime minute, Duration within) {
    ZonedDateTime earliest = minute.minus(within);
    ZonedDateTime at = minute;
    while (!at.isBefore(earliest)) {
      if (!matchesDay(at)) {
        at = at.truncatedTo(ChronoUnit.DAYS).minusMinutes(1);
      } else if (!hours.get(at.getHour())) {
        at = at.truncatedTo(ChronoUnit.HOURS).minusMinutes(1);
      } else if (!minutes.get(at.getMinute())) {
        at = at.minusMinutes(1);
      } else {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private boolean matchesDay(ZonedDateTime at) {
    boolean ofMonth = daysOfMonth.get(at.getDayOfMonth());
    boolean ofWeek = daysOfWeek.get(at.getDayOfWeek().getValue() % 7);
    return months.get(at.getMonthValue()) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
  }

  private static BitSet set(String part, int least, int most, List<String> names) {
    BitSet set = new BitSet(most + 1);
    for (String one : part.split(",", -1)) {
      addRange(set, one, least, most, names);
    }
    return set;
  }

  private static void addRange(BitSet set, String one, int least, int most, List<String> names) {
    String[] rangeAndStep = one.split("/", -1);
    String[] ends = rangeAndStep[0].split("-", -1);
    if (rangeAndStep.length > 2 || ends.length > 2) {
      throw unreadable(one, least, most);
    }
    int step = rangeAndStep.length == 1 ? 1 : number(rangeAndStep[1], 1, most, List.of());
    int from = ends[0].equals("*") ? least : number(ends[0], least, most, names);
    boolean open = ends[0].equals("*") || rangeAndStep.length == 2;
    int to = ends.length == 2 ? number(ends[1], least, most, names) : open ? most : from;
    if (to < from) {
      throw unreadable(one, least, most);
    }
    for (int value = from; value <= to; value += step) {
      set.set(value);
    }
  }

  private static int number(String text, int least, int most, List<String> names) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + least;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw unreadable(text, least, most);
    }
    throw unreadable(text, least, most);
  }

  private static IllegalArgumentException unreadable(String text, int least, int most) {
    return new IllegalArgumentException(
        "cron part '" + text + "' cannot be read; numbers from " + least + " to " + most);
  }

  @Override
  public String toString() {
    return text;
  }
}
