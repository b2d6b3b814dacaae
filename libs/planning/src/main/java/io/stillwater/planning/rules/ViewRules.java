package io.stillwater.planning.rules;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;

/** Showing a column's new name in a view, whatever the table's format. */
public final class ViewRules {
  private ViewRules() {}

  public static void judge(Change.RenameColumn rename, PlanContext context, Findings findings) {
    if (rename.column().nested()) {
      findings.add(
          FindingCode.VIEW_OF_COLUMNS, rename.column() + " is a field inside a column", null);
    }
    if (!context.uses("trino") && !context.uses("spark")) {
      findings.add(
          FindingCode.VIEW_NEEDS_ENGINE,
          "environment " + context.environment().name() + " names no Trino or Spark for the view",
          null);
    }
  }
}
