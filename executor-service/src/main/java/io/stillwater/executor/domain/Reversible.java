package io.stillwater.executor.domain;

/** From here a deployment can be taken back. */
public sealed interface Reversible
    permits Planned, AwaitingApproval, Running, Paused, FailedNeedsHuman {

  default RollingBack rollBack(String why) {
    return new RollingBack(why);
  }

  /** With nothing done there is nothing to undo. */
  default RolledBack abandon(String why) {
    return new RolledBack(why);
  }
}
