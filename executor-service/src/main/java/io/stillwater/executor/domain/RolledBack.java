package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;

/** Taken back, or ended before anything was done. */
public record RolledBack(String reason) implements Deployment {
  @Override
  public DeploymentState state() {
    return DeploymentState.ROLLED_BACK;
  }
}
