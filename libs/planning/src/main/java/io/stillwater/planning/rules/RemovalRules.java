package io.stillwater.planning.rules;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;

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
}
