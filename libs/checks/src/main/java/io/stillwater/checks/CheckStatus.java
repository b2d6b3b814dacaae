package io.stillwater.checks;

/** UNKNOWN: it could not be read, which is never a pass. */
public enum CheckStatus {
  PASS,
  WARN,
  FAIL,
  UNKNOWN
}
