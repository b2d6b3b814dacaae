package io.stillwater.executor.domain;

/** How far one step has come. */
public enum StepState {
  PENDING,
  /** Begun: whether its effect is there must be looked at. */
  RUNNING,
  DONE,
  /** Given up; its effect may be there nevertheless. */
  FAILED,
  /** Done, being taken back. */
  UNDOING,
  UNDONE,
  /** Could not be taken back, for a reason that is told. */
  KEPT;

  /** Whether a rollback has to look at it. */
  public boolean mayHaveEffect() {
    return this == RUNNING || this == DONE || this == FAILED || this == UNDOING;
  }
}
