package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;

/** It cannot go on by itself; {@code at} is where {@code retry} takes it up again. */
public record FailedNeedsHuman(ActiveDeployment at, String reason)
    implements Deployment, Reversible {
  @Override
  public DeploymentState state() {
    return DeploymentState.FAILED_NEEDS_HUMAN;
  }

  public ActiveDeployment retry() {
    return at;
  }
}
