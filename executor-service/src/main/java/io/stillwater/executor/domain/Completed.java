package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;

/** Done. It can be taken back for as long as the policy's rollback window lasts. */
public record Completed(String reason) implements Deployment {
  @Override
  public DeploymentState state() {
    return DeploymentState.COMPLETED;
  }

  public RollingBack rollBack(String why) {
    return new RollingBack(why);
  }
}
