package io.stillwater.monitor.domain.history;

import io.stillwater.events.check.VerdictAction;
import java.util.Locale;
import java.util.Set;

/** What made a deployment go back. */
public enum RollbackCause {
  /** The monitor saw a breach. */
  ANALYSIS,
  /** A check failed. */
  CHECK,
  /** Somebody sent rollback or abort. */
  PERSON,
  /** A step could not be done. */
  STEP;

  private static final String MONITOR = "monitor";
  private static final Set<String> BACK = Set.of("rollback", "abort");

  public static RollbackCause of(DeploymentView view) {
    if (isSentBack(view, true)) {
      return ANALYSIS;
    }
    if (isSentBack(view, false)) {
      return PERSON;
    }
    boolean checked =
        view.verdicts().stream().anyMatch(each -> each.action() == VerdictAction.ROLLBACK);
    return checked ? CHECK : STEP;
  }

  private static boolean isSentBack(DeploymentView view, boolean byMonitor) {
    return view.commands().stream()
        .filter(each -> BACK.contains(each.command()) && !"REJECTED".equals(each.answer()))
        .anyMatch(each -> MONITOR.equals(each.actor()) == byMonitor);
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
