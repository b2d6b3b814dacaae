package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;

/**
 * A person has to say yes.
 *
 * @param approved said, and now it waits for its tables
 */
public record AwaitingApproval(boolean approved, String reason)
    implements ActiveDeployment, Reversible {
  @Override
  public DeploymentState state() {
    return DeploymentState.AWAITING_APPROVAL;
  }

  public AwaitingApproval approve(String why) {
    return new AwaitingApproval(true, why);
  }

  public Running begin(Phase first) {
    return Running.in(first);
  }

  public Planned planAnew(String why) {
    return new Planned(approved, true, why);
  }

  @Override
  public AwaitingApproval because(String why) {
    return new AwaitingApproval(approved, why);
  }
}
