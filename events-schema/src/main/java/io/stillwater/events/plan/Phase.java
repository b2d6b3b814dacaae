package io.stillwater.events.plan;

/** The phases of a deployment, in this order. */
public enum Phase {
  PRE_CHECK,
  PROTECT,
  EXPAND,
  MIGRATE,
  ROLL_OUT,
  POST_CHECK,
  SOAK
}
