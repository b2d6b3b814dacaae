package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.rules.AdditionRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.StorableTypes;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import java.util.List;

/** Adding a column, or a field of a struct by way of its column's whole type. */
final class AddColumnRules {
  private final TableModel table;
  private final HiveTable hive;
  private final Findings findings;
  private final HiveColumns uses;
  private final HiveEngines engines;

  AddColumnRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.hive = new HiveTable(table);
    this.findings = findings;
    this.uses = new HiveColumns(table, findings);
    this.engines = new HiveEngines(context, findings);
  }

  void judge(Change.AddColumn add) {
    ColumnPath column = add.column();
    if (!uses.columns().requireParent(column) || uses.refusedElsewhere()) {
      return;
    }
    uses.columns().refuseIfTaken(column);
    uses.columns().requirePosition(column, add.position());
    judgeType(add.column(), add.type());
    if (add.defaultValue() != null) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.HIVE_NO_DEFAULT,
          column + " of " + table.name() + " cannot be added with a default",
          "Hive's ADD COLUMNS takes names, types and comments");
    }
    if (!add.nullable()) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.REQUIRED_COLUMN,
          column + " is required, and old rows have no value for it",
          "Hive's ADD COLUMNS takes names, types and comments");
    }
    if (!findings.refused()) {
      judgePlace(add);
      warn(column);
    }
  }

  /** Every value of a CSV table is text, whatever the columns' types ({@code OpenCSVSerde}). */
  private void judgeType(ColumnPath column, LakeType type) {
    if (StorableTypes.stored(table, column, type, findings)
        && hive.storage() == StorageFormat.CSV
        && type != Primitive.STRING) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.NO_SUCH_TYPE,
          column + " cannot be " + type.text(),
          "OpenCSVSerde reads strings only");
    }
  }

  private void judgePlace(Change.AddColumn add) {
    ColumnPath column = add.column();
    if (column.nested()) {
      uses.unverified("readers of old files meet a struct without " + column);
      return;
    }
    if (last(add.position())) {
      return;
    }
    uses.refuseIfByPosition("columns after " + column + " of " + table.name() + " would move");
    uses.requireCompatible(
        ColumnEdits.add(
            table.columns(), column, Column.of(null, column.leaf(), add.type()), add.position()));
    if (!findings.refused()) {
      uses.unverified("a column in the middle of " + table.name() + " is added and then moved");
      AdditionRules.noteNotLast(column, findings);
    }
  }

  /** Where ADD COLUMNS puts it: behind the last column that the files hold. */
  private boolean last(Position position) {
    List<Column> held = hive.dataColumns();
    return position == null
        || !position.first()
            && !held.isEmpty()
            && held.get(held.size() - 1).name().equals(position.after());
  }

  private void warn(ColumnPath column) {
    if (hive.storage() == StorageFormat.UNKNOWN) {
      findings.add(
          FindingCode.HIVE_FORMAT_UNKNOWN,
          "what readers of " + table.name() + " make of files without " + column + " is not known",
          null);
    }
    uses.notePartitions();
    uses.noteTransactional();
    AdditionRules.noteInserts(column, table.name(), findings);
  }
}
