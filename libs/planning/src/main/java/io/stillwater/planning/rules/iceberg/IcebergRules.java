package io.stillwater.planning.rules.iceberg;

import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.FormatRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;

/**
 * Iceberg v1, v2 and v3, as its specification and Java library have it ({@code
 * facts/table-formats.md}, sections 1, 3 and 4).
 */
public final class IcebergRules implements FormatRules {

  @Override
  public void judge(Change change, TableModel table, PlanContext context, Findings findings) {
    ColumnRules columns = new ColumnRules(table, findings);
    LayoutRules layout = new LayoutRules(table, findings);
    TableRules tables = new TableRules(table, context, findings);
    if (change instanceof Change.AddColumn add) {
      new AddColumnRules(table, findings).judge(add);
    } else if (change instanceof Change.WidenType widen) {
      new TypeRules(table, findings).widen(widen);
    } else if (change instanceof Change.ChangeTypeNarrowing narrow) {
      new TypeRules(table, findings).narrow(narrow);
    } else if (change instanceof Change.DropColumn drop) {
      new DropRules(table, context, findings).judge(drop);
    } else if (change instanceof Change.RenameColumn rename) {
      new RenameRules(table, context, findings).judge(rename);
    } else if (change instanceof Change.OfColumn ofColumn) {
      columns.judge(ofColumn);
    } else if (change instanceof Change.AddPartition add) {
      layout.add(add.field());
    } else if (change instanceof Change.DropPartition drop) {
      layout.drop(drop.field());
    } else if (change instanceof Change.ReplacePartition replace) {
      layout.replace(replace.from(), replace.to());
    } else if (change instanceof Change.SetSortOrder sort) {
      layout.sort(sort.order());
    } else {
      tables.judge(change);
    }
  }
}
