package io.stillwater.events.check;

/** INVESTIGATE pauses for a person. */
public enum VerdictAction {
  PROCEED,
  INVESTIGATE,
  ROLLBACK
}
