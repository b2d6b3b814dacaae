package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;

/** Taking back what was done, in reverse. */
public record RollingBack(String reason) implements ActiveDeployment {
  @Override
  public DeploymentState state() {
    return DeploymentState.ROLLING_BACK;
  }

  public RolledBack finish() {
    return new RolledBack(reason);
  }

  @Override
  public RollingBack because(String why) {
    return new RollingBack(why);
  }
}
