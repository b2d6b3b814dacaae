package io.stillwater.events.check;

import java.util.List;

/**
 * What follows from all results of a stage.
 *
 * @param stage PRE, POST, or SOAK (by the monitor, at the soak's end)
 * @param breached of a soak: whether a metric left its bounds; null where that is not said
 */
public record VerdictReached(
    String deploymentId,
    String stage,
    int round,
    VerdictAction action,
    String reason,
    Boolean breached,
    List<CheckCompleted> checks) {
  public VerdictReached {
    checks = checks == null ? List.of() : List.copyOf(checks);
  }
}
