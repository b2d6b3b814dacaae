package io.stillwater.planning.rules;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;

/** Another name for a table and its end, whatever its format. */
public final class WholeTableRules {
  private WholeTableRules() {}

  public static void rename(
      Change.RenameTable rename, TableModel table, PlanContext context, Findings findings) {
    if (!rename.to().catalog().equals(table.name().catalog())) {
      findings.add(FindingCode.OTHER_CATALOG, table.name() + " cannot become " + rename.to(), null);
    }
    if (context.lake().table(rename.to()).isPresent()) {
      findings.add(FindingCode.TABLE_EXISTS, rename.to() + " is there already", null);
    }
    findings.add(
        FindingCode.TABLE_RENAME,
        "whatever names " + table.name() + " fails from the rename on",
        null);
  }

  public static void drop(
      Change.DropTable drop, TableModel table, PlanContext context, Findings findings) {
    GraceRules.judge(drop.gracePeriod(), context, findings);
    findings.add(
        FindingCode.TABLE_DROP, "readers of " + table.name() + " fail once it is dropped", null);
  }
}
