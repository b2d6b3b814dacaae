package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.AdditionRules;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.DefaultValues;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.StorableTypes;
import io.stillwater.planning.schema.TableModel;

/** Adding a column or a field of a struct. */
final class AddColumnRules {
  private final TableModel table;
  private final Findings findings;
  private final Columns columns;
  private final IcebergColumns uses;
  private final EngineRules engines;
  private final MetastoreRules metastore;

  AddColumnRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
    this.uses = new IcebergColumns(table, findings);
    this.engines = new EngineRules(table, context, findings);
    this.metastore = new MetastoreRules(table, context, findings);
  }

  void judge(Change.AddColumn add) {
    if (!columns.requireParent(add.column())) {
      return;
    }
    uses.refuseIfTaken(add.column());
    columns.requirePosition(add.column(), add.position());
    requireStorable(add.column(), add.type());
    judgeDefault(add);
    if (!add.nullable()) {
      judgeRequired(add);
    }
    AdditionRules.noteInsertsAndViews(add.column(), table.name(), findings);
    if (add.position() != null) {
      metastore.move(add.column());
    }
    if (add.position() != null && !findings.refused()) {
      AdditionRules.noteNotLast(add.column(), findings);
    }
  }

  private void requireStorable(ColumnPath column, LakeType type) {
    if (StorableTypes.stored(table, column, type, findings)) {
      engines.store(column, type);
    }
  }

  private void judgeDefault(Change.AddColumn add) {
    if (add.defaultValue() == null) {
      return;
    }
    DefaultValues.refusedUnfit(add.defaultValue(), add.type(), findings);
    if (table.formatVersion() < 3) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.DEFAULT_BEFORE_V3,
          table.name() + " has format version " + table.formatVersion(),
          "Iceberg specification, \"Default values\"");
    } else if (engines.known()) {
      engines.writeDefault(add.column());
    } else {
      findings.add(
          FindingCode.MIXED_VERSION_DEFAULT,
          "writers that know no defaults write NULL into " + add.column(),
          "Trino 476 writes NULL where 483 set a default; Spark has no statement for it");
    }
  }

  private void judgeRequired(Change.AddColumn add) {
    if (table.formatVersion() < 3 || add.defaultValue() == null) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.REQUIRED_COLUMN,
          add.column() + " is required and has no default for the rows that are there",
          "format version " + table.formatVersion());
    } else {
      engines.addRequired(add.column());
    }
  }
}
