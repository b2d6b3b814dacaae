package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.checks.SettingException;
import io.stillwater.checks.Settings;
import io.stillwater.checks.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many rows came in the last full hour, day, week or month (UTC; weeks start on Monday). The
 * one that runs is not over and says nothing yet. Without a column all rows of the table are
 * counted.
 *
 * @param condition which rows count; null for all
 * @param span what is counted, in words
 */
record VolumeTest(String condition, String span, Long min, Long max) implements QualityTest.Scan {

  static VolumeTest of(Settings settings, TableSession table, Instant now) {
    Long min = settings.count("min").orElse(null);
    Long max = settings.count("max").orElse(null);
    if (min == null && max == null) {
      throw new SettingException("Volume needs 'min' or 'max'");
    }
    Optional<String> column = settings.text("column");
    if (column.isEmpty()) {
      return new VolumeTest(null, "in the table", min, max);
    }
    String per = settings.text("per").orElse("day").toLowerCase(Locale.ROOT);
    ZonedDateTime end = startOf(per, now.atZone(ZoneOffset.UTC));
    ZonedDateTime start = startOf(per, end.minusNanos(1));
    ColumnExpression time = table.column(column.get());
    String condition =
        "CAST(%1$s AS TIMESTAMP) >= %2$s AND CAST(%1$s AS TIMESTAMP) < %3$s"
            .formatted(time.sql(), literal(start), literal(end));
    return new VolumeTest(condition, "in the %s from %s".formatted(per, start), min, max);
  }

  @Override
  public List<String> aggregates() {
    return List.of(condition == null ? "count(*)" : "count(*) FILTER (WHERE " + condition + ")");
  }

  @Override
  public Finding judge(List<Object> values, long rows, String evidence) {
    long count = ((Number) values.get(0)).longValue();
    boolean holds = (min == null || count >= min) && (max == null || count <= max);
    String limit =
        min == null
            ? "at most " + Words.rows(max)
            : max == null
                ? "at least " + Words.rows(min)
                : "%s to %s".formatted(Words.number(min), Words.rows(max));
    String found = Words.rows(count) + " " + span;
    return Finding.judge(
        holds, found, limit, found + (holds ? " is usual" : " is unusual"), evidence);
  }

  private static ZonedDateTime startOf(String per, ZonedDateTime time) {
    ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (per) {
      case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
      case "day" -> day;
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month" -> day.withDayOfMonth(1);
      default ->
          throw new SettingException(
              "Volume: '" + per + "' is not known; write hour, day, week or month");
    };
  }

  private static String literal(ZonedDateTime time) {
    return "TIMESTAMP '" + time.toLocalDateTime() + ":00'";
  }
}
