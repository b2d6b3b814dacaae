package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.RemovalRules;
import io.stillwater.planning.schema.ColumnTree;

/** Dropping a column or a field ({@code AlterTableDropColumnsDeltaCommand}). */
final class DropRules {
  private final DeltaTable table;
  private final PlanContext context;
  private final Findings findings;
  private final Columns columns;
  private final DeltaColumns uses;

  DropRules(DeltaTable table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.columns = DeltaColumns.columns(table, findings);
    this.uses = new DeltaColumns(table, findings);
  }

  void judge(Change.DropColumn drop) {
    GraceRules.judge(drop.gracePeriod(), context, findings);
    if (columns.requireNamed(drop.column()).isEmpty()) {
      return;
    }
    uses.refuseWithoutMapping(drop.column(), "dropped");
    judgeRemoval(drop.column());
    RemovalRules.dropColumn(drop, table.model().name(), findings);
    findings.add(
        FindingCode.STREAM_NEEDS_TRACKING,
        "streams on " + table.model().name() + " fail when " + drop.column() + " is dropped",
        null);
    RestoreNotes.add(table, drop.column() + " comes back by RESTORE only", findings);
  }

  /** Whatever asks for it: what keeps a column from ever being dropped. */
  void judgeRemoval(ColumnPath column) {
    uses.refuseInExpression(column);
    uses.refuseInLayout(column);
    if (isLast(column)) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.LAST_COLUMN,
          column + " is the only one of its kind",
          "Cannot drop column from a schema with a single column");
    }
  }

  /** Of a partitioned table one column must be left that does not partition it. */
  private boolean isLast(ColumnPath column) {
    int siblings = ColumnTree.countSiblings(table.model().columns(), column);
    return siblings == 1 || !column.nested() && siblings - 1 == table.partitionColumns().size();
  }
}
