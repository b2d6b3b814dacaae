package io.stillwater.planning.formats.delta;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.schema.FieldAt;

/** Whether values can be copied from one column to another by updating rows. */
final class CopyRules {
  private final DeltaTable table;
  private final Findings findings;

  CopyRules(DeltaTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  void judge(FieldAt from) {
    if (from.inCollection()) {
      findings.add(
          FindingCode.NO_COPY_IN_COLLECTION, from.path() + " stands in a list or map", null);
    }
    if (table.is("delta.appendOnly")) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.APPEND_ONLY,
          "rows of " + table.model().name() + " cannot be updated",
          "delta.appendOnly=true");
    }
    findings.add(
        FindingCode.STREAM_SEES_UPDATES,
        "the copy updates rows of " + table.model().name(),
        table.changeFeed() ? "delta.enableChangeDataFeed=true" : null);
  }
}
