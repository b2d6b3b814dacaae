package io.stillwater.planning.rules;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.FieldAt;

/** What is to be said of columns whose name goes away, whatever the format. */
public final class RemovalRules {
  private RemovalRules() {}

  public static void dropColumn(Change.DropColumn drop, TableName table, Findings findings) {
    findings.add(
        FindingCode.DROP_READERS,
        "readers that name " + drop.column() + " of " + table + " break when it is dropped",
        null);
  }

  public static void renameInPlace(Change.RenameColumn rename, TableName table, Findings findings) {
    findings.add(
        FindingCode.RENAME_IN_PLACE,
        "whatever names " + rename.column() + " of " + table + " fails from the rename on",
        null);
  }

  /**
   * By way of a second column.
   *
   * @param evidence what of the format it rests on; null for nothing
   */
  public static void renameByCopy(
      Change.RenameColumn rename, TableName table, String evidence, Findings findings) {
    findings.add(
        FindingCode.RENAME_READERS,
        "readers that name " + rename.column() + " of " + table + " break once it is dropped",
        evidence,
        "move readers to " + rename.target() + " within the grace period");
  }

  /** The second column is optional, whatever the first one is. */
  public static void newNameIsNullable(Change.RenameColumn rename, FieldAt at, Findings findings) {
    if (!at.column().nullable()) {
      findings.add(
          FindingCode.NEW_NAME_IS_NULLABLE,
          rename.column() + " is required, " + rename.target() + " will not be",
          null);
    }
  }
}
