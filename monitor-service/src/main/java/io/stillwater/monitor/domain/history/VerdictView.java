package io.stillwater.monitor.domain.history;

import io.stillwater.events.check.CheckCompleted;
import io.stillwater.events.check.VerdictAction;
import java.time.Instant;
import java.util.List;

/** The verdict on a stage, with the results it rests on. */
public record VerdictView(
    String stage,
    int round,
    VerdictAction action,
    String reason,
    Instant at,
    List<CheckCompleted> checks) {
  public VerdictView {
    checks = checks == null ? List.of() : List.copyOf(checks);
  }
}
