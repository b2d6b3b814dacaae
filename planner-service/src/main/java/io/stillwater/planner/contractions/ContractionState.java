package io.stillwater.planner.contractions;

/** How it stands with what was left to be dropped. */
public enum ContractionState {
  /** Its grace period is not over, or it was not looked at since. */
  WAITING,
  /** Due, and something stands against it. */
  HELD,
  /** It has become a release. */
  REQUESTED
}
