package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.RemovalRules;
import io.stillwater.planning.schema.ColumnTree;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** Dropping a column or a field of a struct, once its grace period is over. */
final class DropRules {
  private final TableModel table;
  private final PlanContext context;
  private final Findings findings;
  private final Columns columns;
  private final IcebergColumns uses;

  DropRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
    this.uses = new IcebergColumns(table, findings);
  }

  void judge(Change.DropColumn drop) {
    GraceRules.judge(drop.gracePeriod(), context, findings);
    Optional<FieldAt> at = columns.requireNamed(drop.column());
    if (at.isEmpty()) {
      return;
    }
    judgeRemoval(drop.column(), false);
    RemovalRules.dropColumn(drop, table.name(), findings);
  }

  /**
   * Whatever asks for it: what keeps a column from ever being dropped.
   *
   * @param successor whether another column stands beside it by then
   */
  void judgeRemoval(ColumnPath column, boolean successor) {
    uses.refuseIfUsed(column);
    int siblings = ColumnTree.countSiblings(table.columns(), column);
    if (siblings == 1 && !successor) {
      findings.add(
          FindingCode.LAST_COLUMN,
          column + " is the only one of its kind",
          "Parquet has no group without fields");
    }
    List<PartitionTransform> old = uses.oldSpecFields(column);
    if (!old.isEmpty()) {
      new EngineRules(table, context, findings).dropOldSource(column, old);
    }
    new MetastoreRules(table, context, findings).drop(column);
    if (Boolean.parseBoolean(table.properties().get("write.upsert.enabled"))) {
      findings.add(
          FindingCode.EQUALITY_DELETES,
          table.name() + " is written by upserts, which leave equality deletes",
          "write.upsert.enabled=true");
    }
  }
}
