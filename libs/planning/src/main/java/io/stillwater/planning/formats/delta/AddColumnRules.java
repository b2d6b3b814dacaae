package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.AdditionRules;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.StorableTypes;

/** Adding a column or a field of a struct ({@code AlterTableAddColumnsDeltaCommand}). */
final class AddColumnRules {
  private final DeltaTable table;
  private final Findings findings;
  private final Columns columns;

  AddColumnRules(DeltaTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = DeltaColumns.columns(table, findings);
  }

  void judge(Change.AddColumn add) {
    if (!columns.requireParent(add.column())) {
      return;
    }
    new DeltaColumns(table, findings).refuseName(add.column(), add.type());
    columns.requirePosition(add.column(), add.position());
    requireStorable(add.column(), add.type());
    if (add.defaultValue() != null) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.DEFAULT_IN_ADD,
          add.column() + " cannot be added with a default",
          "WRONG_COLUMN_DEFAULTS_FOR_DELTA_ALTER_TABLE_ADD_COLUMN_NOT_SUPPORTED");
    }
    if (!add.nullable() || requiresInside(add.type())) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.REQUIRED_COLUMN,
          add.column() + " cannot be added as required",
          "AlterTableAddColumnsDeltaCommand: NOT NULL in ALTER TABLE ADD COLUMNS");
    }
    note(add);
  }

  /** Refuses a type that the table cannot hold. */
  void requireStorable(ColumnPath column, LakeType type) {
    StorableTypes.stored(table.model(), column, type, findings);
    if (table.is("delta.enableIcebergCompatV1") && collects(type)) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.ICEBERG_COMPATIBILITY,
          column + " cannot be " + type.text(),
          "IcebergCompatV1 has neither lists nor maps");
    }
  }

  private void note(Change.AddColumn add) {
    AdditionRules.noteInsertsAndViews(add.column(), table.model().name(), findings);
    findings.add(
        FindingCode.STREAM_RESTART,
        "streams on " + table.model().name() + " stop once when " + add.column() + " appears",
        "DeltaSourceSuite");
    if (!table.mapped()) {
      RestoreNotes.add(
          table, "without column mapping " + add.column() + " goes away by RESTORE only", findings);
    }
    if (add.position() != null && !findings.refused()) {
      AdditionRules.noteNotLast(add.column(), findings);
    }
  }

  private static boolean requiresInside(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream()
          .anyMatch(field -> !field.nullable() || requiresInside(field.type()));
    }
    if (type instanceof LakeType.Array array) {
      return requiresInside(array.element());
    }
    return type instanceof LakeType.Map map
        && (requiresInside(map.key()) || requiresInside(map.value()));
  }

  private static boolean collects(LakeType type) {
    return type instanceof LakeType.Array
        || type instanceof LakeType.Map
        || type instanceof LakeType.Struct struct
            && struct.fields().stream().anyMatch(field -> collects(field.type()));
  }
}
