package io.stillwater.planning.rules;

import io.stillwater.planning.environment.GracePeriod;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import java.time.Duration;

/** How long something stays readable before it is dropped. */
public final class GraceRules {
  private GraceRules() {}

  /**
   * @param asked null for the environment's usual period
   */
  public static void judge(Duration asked, PlanContext context, Findings findings) {
    GracePeriod allowed = context.environment().policy().gracePeriod();
    boolean agreedBefore = context.contraction();
    if (asked != null && !agreedBefore && !allowed.allows(asked)) {
      findings.add(
          FindingCode.GRACE_PERIOD,
          "a grace period of " + asked.toDays() + " days is not allowed",
          context.environment().name()
              + " allows "
              + allowed.least().toDays()
              + " to "
              + allowed.most().toDays()
              + " days");
    }
  }

  /** How far back the readers of what a change takes away are looked for. */
  public static Duration readWindow(Change change, PlanContext context) {
    if (change instanceof Change.DropColumn drop) {
      return of(drop.gracePeriod(), context);
    }
    if (change instanceof Change.RenameColumn rename) {
      return of(rename.gracePeriod(), context);
    }
    if (change instanceof Change.ChangeTypeNarrowing narrow) {
      return of(narrow.gracePeriod(), context);
    }
    return change instanceof Change.DropTable drop
        ? of(drop.gracePeriod(), context)
        : GracePeriod.MAX;
  }

  public static Duration of(Duration asked, PlanContext context) {
    return asked == null ? context.environment().policy().gracePeriod().usual() : asked;
  }
}
