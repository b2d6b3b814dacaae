package io.stillwater.events.plan;

/** What a change moves. */
public enum Cost {
  METADATA,
  BACKFILL,
  REWRITE,
  NONE
}
