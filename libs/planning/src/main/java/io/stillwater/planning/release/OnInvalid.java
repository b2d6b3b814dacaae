package io.stillwater.planning.release;

/** What becomes of values that the narrower type cannot hold. */
public enum OnInvalid {
  FAIL,
  SET_NULL
}
