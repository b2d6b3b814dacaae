package io.stillwater.monitor.domain.history;

/** How far a phase or a step has come. */
public enum Progress {
  PENDING,
  RUNNING,
  COMPLETED,
  FAILED,
  UNDONE
}
