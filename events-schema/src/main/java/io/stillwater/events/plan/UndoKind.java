package io.stillwater.events.plan;

/** How a step is taken back. */
public enum UndoKind {
  /** The state before comes back to the letter. */
  EXACT,
  /** An opposite change; readers see the same, the metadata remember both. */
  INVERSE,
  /** Data go back by snapshot, version or savepoint. */
  RESTORE,
  /** Nothing goes back; the next release mends it. */
  FORWARD_FIX,
  NONE
}
