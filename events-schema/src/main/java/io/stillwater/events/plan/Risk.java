package io.stillwater.events.plan;

/**
 * LOW: only safe steps. MEDIUM: a finding needs a look. HIGH: an unsafe operation or no exact undo.
 */
public enum Risk {
  LOW,
  MEDIUM,
  HIGH
}
