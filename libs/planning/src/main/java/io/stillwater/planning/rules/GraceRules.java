package io.stillwater.planning.rules;

import io.stillwater.planning.environment.GracePeriod;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import java.time.Duration;

/** How long something stays readable before it is dropped. */
public final class GraceRules {
  private GraceRules() {}

  /**
   * @param asked null for the environment's usual period
   */
  public static void judge(Duration asked, PlanContext context, Findings findings) {
    GracePeriod allowed = context.environment().policy().gracePeriod();
    if (asked != null && !allowed.allows(asked)) {
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

  public static Duration of(Duration asked, PlanContext context) {
    return asked == null ? context.environment().policy().gracePeriod().usual() : asked;
  }
}
