package io.stillwater.events.plan;

/** What a change does to readers and writers that know nothing of it. */
public enum Classification {
  /** Old readers and writers keep working. */
  SAFE,
  /** Needs its strategy. */
  UNSAFE,
  /** The format or an engine in use cannot do it, or it would lose data. */
  REFUSED
}
