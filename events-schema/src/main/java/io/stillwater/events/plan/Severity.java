package io.stillwater.events.plan;

/** How much a finding weighs; an ERROR cannot be acknowledged away. */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
