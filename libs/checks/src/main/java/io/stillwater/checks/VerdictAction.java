package io.stillwater.checks;

/** INVESTIGATE pauses for a person. */
public enum VerdictAction {
  PROCEED,
  INVESTIGATE,
  ROLLBACK
}
