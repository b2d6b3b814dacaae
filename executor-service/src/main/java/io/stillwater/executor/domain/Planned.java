package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;

/**
 * Taken, nothing begun.
 *
 * @param approved by a person, or by a policy that asks for none
 * @param stale the tables have moved; it waits for the planner's new plan
 */
public record Planned(boolean approved, boolean stale, String reason)
    implements ActiveDeployment, Reversible {
  public static Planned taken(boolean approvalRequired) {
    return new Planned(!approvalRequired, false, null);
  }

  @Override
  public DeploymentState state() {
    return DeploymentState.PLANNED;
  }

  public AwaitingApproval awaitApproval(String why) {
    return new AwaitingApproval(false, why);
  }

  public Running begin(Phase first) {
    return Running.in(first);
  }

  public Planned planAnew(String why) {
    return new Planned(approved, true, why);
  }

  /** The planner's answer to {@link #planAnew}: an approval stands only for what was approved. */
  public Planned replanned(boolean stillApproved) {
    return new Planned(stillApproved, false, "planned anew");
  }

  @Override
  public Planned because(String why) {
    return new Planned(approved, stale, why);
  }
}
