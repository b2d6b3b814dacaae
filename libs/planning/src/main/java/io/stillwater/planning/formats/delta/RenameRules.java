package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.RemovalRules;
import io.stillwater.planning.rules.ViewRules;
import io.stillwater.planning.schema.FieldAt;
import java.util.Optional;

/** Renaming a column or a field, by each strategy. */
final class RenameRules {
  private final DeltaTable table;
  private final PlanContext context;
  private final Findings findings;
  private final Columns columns;
  private final DeltaColumns uses;
  private final DeltaEngines engines;

  RenameRules(DeltaTable table, PlanContext context, Findings findings, DeltaEngines engines) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.columns = DeltaColumns.columns(table, findings);
    this.uses = new DeltaColumns(table, findings);
    this.engines = engines;
  }

  void judge(Change.RenameColumn rename) {
    GraceRules.judge(rename.gracePeriod(), context, findings);
    Optional<FieldAt> at = columns.requireNamed(rename.column());
    if (at.isEmpty()) {
      return;
    }
    uses.refuseName(rename.target(), at.get().type());
    switch (rename.strategy()) {
      case EXPAND_CONTRACT -> expandContract(rename, at.get());
      case IN_PLACE -> inPlace(rename);
      case VIEW -> ViewRules.judge(rename, context, findings);
    }
  }

  private void expandContract(Change.RenameColumn rename, FieldAt at) {
    ColumnPath old = rename.column();
    RemovalRules.renameByCopy(rename, table.model().name(), null, findings);
    new CopyRules(table, findings).judge(at);
    new DropRules(table, context, findings).judgeRemoval(old);
    uses.refuseIdentity(old);
    findings.add(
        FindingCode.STREAM_RESTART,
        "streams on " + table.model().name() + " stop once when " + rename.target() + " appears",
        "DeltaSourceSuite");
    if (!table.mapped() && !findings.refused()) {
      findings.add(
          FindingCode.CONTRACTION_NEEDS_MAPPING,
          old + " cannot be dropped as long as the table has no column mapping",
          DeltaTable.MAPPING_MODE + "=none; " + table.protocol());
    }
    RemovalRules.newNameIsNullable(rename, at, findings);
  }

  private void inPlace(Change.RenameColumn rename) {
    ColumnPath old = rename.column();
    uses.refuseWithoutMapping(old, "renamed");
    uses.refuseInExpression(old);
    engines.requireRename(table);
    RemovalRules.renameInPlace(rename, table.model().name(), findings);
    findings.add(
        FindingCode.STREAM_NEEDS_TRACKING,
        "streams on " + table.model().name() + " fail when " + old + " is renamed",
        null);
    if (table.partitionColumns().contains(old)) {
      findings.add(
          FindingCode.KERNEL_REFUSES_RENAME,
          old + " partitions " + table.model().name(),
          "partition columns " + table.partitionColumns());
    }
  }
}
