package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;

/** Waits for a person; {@code from} is where it goes on. */
public record Paused(ActiveDeployment from, PauseCause cause, String reason)
    implements Deployment, Reversible {
  @Override
  public DeploymentState state() {
    return DeploymentState.PAUSED;
  }

  public ActiveDeployment resume() {
    return from;
  }
}
