package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;

/** What narrowing by way of another column means for readers and rows, whatever the format. */
public final class NarrowingNotes {
  private NarrowingNotes() {}

  public static void add(
      Change.ChangeTypeNarrowing narrow, FieldAt at, TableModel table, Findings findings) {
    ColumnPath column = narrow.column();
    findings.add(
        FindingCode.NARROWING_READERS,
        column + " is " + narrow.to().text() + " from the swap on, no longer " + at.type().text(),
        null);
    if (table.hasData()) {
      findings.add(
          FindingCode.NARROWING_CATCH_UP,
          "rows committed during the migration read NULL in " + column + " until synchronised",
          null);
    }
    if (narrow.onInvalid() == OnInvalid.SET_NULL) {
      findings.add(
          FindingCode.VALUES_LOST,
          "values of " + column + " that are no " + narrow.to().text() + " become NULL",
          "onInvalid: set_null");
    }
    if (!at.column().nullable()) {
      findings.add(
          FindingCode.NEW_NAME_IS_NULLABLE,
          column + " is required; its narrower successor is not",
          null);
    }
  }
}
