package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;

/** Narrowing a type, whatever the format. */
public final class NarrowingRules {
  private NarrowingRules() {}

  /**
   * @param inPlace whether the format changes the type in place without loss
   * @return whether it was refused: it is no narrowing, or no value could survive
   */
  public static boolean refusedCast(
      LakeType from, LakeType to, boolean inPlace, Findings findings) {
    if (inPlace) {
      findings.add(
          FindingCode.NOT_NARROWING, from.text() + " becomes " + to.text() + " in place", null);
      return true;
    }
    if (!TypeLattice.castable(from, to)) {
      findings.add(FindingCode.NO_CAST, from.text() + " cannot be cast to " + to.text(), null);
      return true;
    }
    return false;
  }

  /** Says what it means for readers and rows, by way of another column. */
  public static void note(
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
