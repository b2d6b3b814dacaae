package io.stillwater.planner.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as sources write them. */
public final class EventTimes {
  /** Numbers above are milliseconds since 1970, below seconds. */
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

  private EventTimes() {}

  /** Reads a text in ISO form or a number; empty for anything else. */
  public static Optional<Instant> read(JsonNode value) {
    try {
      if (value != null && value.isTextual()) {
        return Optional.of(OffsetDateTime.parse(value.textValue()).toInstant());
      }
      if (value != null && value.isNumber()) {
        BigDecimal number = value.decimalValue();
        boolean seconds = number.abs().compareTo(MOST_SECONDS) < 0;
        BigDecimal millis = seconds ? number.movePointRight(3) : number;
        return Optional.of(Instant.ofEpochMilli(millis.longValue()));
      }
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** What is said to be in the future has happened by now: clocks differ, and lie. */
  public static Instant notAfter(Instant time, Instant now) {
    return time.isAfter(now) ? now : time;
  }
}
