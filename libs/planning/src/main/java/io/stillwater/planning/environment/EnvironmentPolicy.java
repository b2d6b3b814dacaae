package io.stillwater.planning.environment;

import io.stillwater.events.plan.Risk;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of an environment.
 *
 * @param approval risks that wait for approval
 * @param rollbackWindow how long after completion rollback is promised
 * @param deny times in which nothing is deployed without approval
 */
public record EnvironmentPolicy(
    Set<Risk> approval, GracePeriod gracePeriod, Duration rollbackWindow, List<DenyWindow> deny) {
  public static final EnvironmentPolicy DEFAULT =
      new EnvironmentPolicy(
          EnumSet.of(Risk.HIGH), GracePeriod.DEFAULT, Duration.ofDays(7), List.of());

  public EnvironmentPolicy {
    approval = Set.copyOf(approval);
    deny = List.copyOf(deny);
  }
}
