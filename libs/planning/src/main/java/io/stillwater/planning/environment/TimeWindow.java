package io.stillwater.planning.environment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A time that comes again and again.
 *
 * @param cron when it starts, in UTC
 * @param length at most 31 days
 * @param reason null where none is given
 */
public record TimeWindow(CronExpression cron, Duration length, String reason) {

  public boolean covers(Instant now) {
    ZonedDateTime minute = now.atZone(ZoneOffset.UTC).withSecond(0).withNano(0);
    return cron.lastStart(minute, length)
        .filter(start -> start.toInstant().plus(length).isAfter(now))
        .isPresent();
  }

  String describe() {
    String why = reason == null ? "" : ": " + reason;
    return "'" + cron + "' (UTC) for " + length + why;
  }
}
