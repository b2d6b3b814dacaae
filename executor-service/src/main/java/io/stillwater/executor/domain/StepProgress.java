package io.stillwater.executor.domain;

import java.time.Instant;

/**
 * One step as it stands.
 *
 * @param attempts begun so far, in the present direction
 * @param attemptLimit after so many it is given up
 * @param nextAttemptAt not before then; null: now
 * @param deadline a failing step is not tried again after it; null: not begun
 */
public record StepProgress(
    String stepId,
    StepState state,
    int attempts,
    int attemptLimit,
    Instant nextAttemptAt,
    Instant deadline,
    String lastError) {
  public static StepProgress pending(String stepId, int attemptLimit) {
    return new StepProgress(stepId, StepState.PENDING, 0, attemptLimit, null, null, null);
  }

  public boolean done() {
    return state == StepState.DONE;
  }

  boolean exhausted(Instant now) {
    return lastError != null && (attempts >= attemptLimit || overdue(now));
  }

  public boolean overdue(Instant now) {
    return deadline != null && now.isAfter(deadline);
  }

  boolean mustWait(Instant now) {
    return nextAttemptAt != null && now.isBefore(nextAttemptAt);
  }
}
