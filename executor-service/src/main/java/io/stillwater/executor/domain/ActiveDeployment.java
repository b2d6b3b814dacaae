package io.stillwater.executor.domain;

/** A deployment that goes on by itself, or waits for approval, a hold or an answer to do so. */
public sealed interface ActiveDeployment extends Deployment
    permits Planned, AwaitingApproval, Running, RollingBack {

  default Paused pause(PauseCause cause, String reason) {
    return new Paused(this, cause, reason);
  }

  default FailedNeedsHuman fail(String reason) {
    return new FailedNeedsHuman(this, reason);
  }

  /** The same state, standing for another reason. */
  ActiveDeployment because(String reason);
}
