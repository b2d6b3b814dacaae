package io.stillwater.planning.environment;

import io.stillwater.events.plan.Risk;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of an environment.
 *
 * @param approval risks that wait for approval
 * @param approvers who may approve plans of a risk; whoever can send commands where none is named
 * @param rollbackWindow how long after completion rollback is promised
 * @param windows when it is deployed to without asking
 */
public record EnvironmentPolicy(
    Set<Risk> approval,
    Map<Risk, List<String>> approvers,
    GracePeriod gracePeriod,
    Duration rollbackWindow,
    DeployWindows windows) {
  public static final EnvironmentPolicy DEFAULT =
      new EnvironmentPolicy(
          EnumSet.of(Risk.HIGH),
          Map.of(),
          GracePeriod.DEFAULT,
          Duration.ofDays(7),
          DeployWindows.ANY_TIME);

  public EnvironmentPolicy {
    approval = Set.copyOf(approval);
    approvers = Map.copyOf(approvers);
  }

  /** Empty where everybody may. */
  public List<String> approversOf(Risk risk) {
    return approvers.getOrDefault(risk, List.of());
  }
}
