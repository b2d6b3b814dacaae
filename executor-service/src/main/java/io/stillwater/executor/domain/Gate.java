package io.stillwater.executor.domain;

import io.stillwater.events.check.VerdictAction;
import java.time.Instant;

/**
 * One asking of the checks of a stage, or of the soak's judge.
 *
 * @param round counts the askings of a stage, from 1
 * @param tries askings in a row that had no answer, this one included
 * @param deadline an answer after it comes too late
 * @param action null while there is no answer
 * @param breached of an answer to a soak: a metric left its bounds; null where that was not said
 */
public record Gate(
    String stage,
    int round,
    int tries,
    Instant deadline,
    VerdictAction action,
    String reason,
    Boolean breached) {
  public static final String PRE = "PRE";
  public static final String POST = "POST";
  public static final String SOAK = "SOAK";

  public boolean answered() {
    return action != null;
  }

  boolean overdue(Instant now) {
    return !answered() && !now.isBefore(deadline);
  }
}
