package io.stillwater.planning.formats.delta;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;

/** What it means that a change is taken back by RESTORE, the table as a whole. */
final class RestoreNotes {
  private RestoreNotes() {}

  static void add(DeltaTable table, String message, Findings findings) {
    findings.add(FindingCode.RESTORE_TAKES_ROWS, message, null);
    if (table.model().base().snapshotId() == null) {
      findings.add(
          FindingCode.VERSION_NOT_PINNED,
          "which version of " + table.model().name() + " to restore is not known",
          null);
    }
  }
}
