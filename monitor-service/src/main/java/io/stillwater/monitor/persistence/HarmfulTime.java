package io.stillwater.monitor.persistence;

import java.time.Instant;

/**
 * A time in which a release did harm.
 *
 * @param until null while it lasts
 */
public record HarmfulTime(Instant from, Instant until) {
  public boolean covers(Instant at) {
    return !at.isBefore(from) && (until == null || !at.isAfter(until));
  }
}
