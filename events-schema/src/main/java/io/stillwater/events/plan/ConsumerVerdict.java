package io.stillwater.events.plan;

/** What a change does to one consumer; no evidence is UNKNOWN, never SAFE. */
public enum ConsumerVerdict {
  BREAKS,
  SAFE,
  UNKNOWN
}
