package io.stillwater.events.deployment;

/** The states of a deployment, as the contract names them. */
public enum DeploymentState {
  PLANNED,
  AWAITING_APPROVAL,
  PRE_CHECKING,
  PROTECTING,
  EXPANDING,
  MIGRATING,
  ROLLING_OUT,
  POST_CHECKING,
  SOAKING,
  COMPLETED,
  PAUSED,
  ROLLING_BACK,
  ROLLED_BACK,
  FAILED_NEEDS_HUMAN;

  /**
   * Nothing goes on by itself; FAILED_NEEDS_HUMAN still takes {@code retry} and {@code rollback}.
   */
  public boolean terminal() {
    return this == COMPLETED || this == ROLLED_BACK || this == FAILED_NEEDS_HUMAN;
  }
}
