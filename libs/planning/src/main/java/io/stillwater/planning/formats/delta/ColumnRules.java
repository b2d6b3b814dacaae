package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.rules.ColumnChangeRules;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.DefaultValues;
import io.stillwater.planning.schema.FieldAt;
import java.util.Optional;

/** Nullability, default, comment and place of a column ({@code AlterTableChangeColumn…}). */
final class ColumnRules extends ColumnChangeRules {
  private final DeltaTable delta;
  private final Columns columns;
  private final DeltaColumns uses;

  ColumnRules(DeltaTable table, Findings findings) {
    super(table.model(), findings);
    this.delta = table;
    this.columns = DeltaColumns.columns(table, findings);
    this.uses = new DeltaColumns(table, findings);
  }

  @Override
  protected Optional<FieldAt> require(ColumnPath column) {
    return columns.requireNamed(column);
  }

  @Override
  protected void setNullable(FieldAt at) {
    if (!at.column().nullable()) {
      uses.refuseIdentity(at.path());
      noteNulls(at);
      RestoreNotes.add(delta, at.path() + " becomes required again by RESTORE only", findings);
      streams(at);
    }
  }

  @Override
  protected void setNotNull(FieldAt at) {
    findings.refuse(
        DeltaColumns.DELTA,
        FindingCode.NOT_NULL_NEEDS_CONSTRAINT,
        at.path() + " is optional and stays so",
        "SchemaUtils.canChangeDataType: tightening nullability");
  }

  @Override
  protected void setDefault(FieldAt at, Object value) {
    if (DefaultValues.refusedUnfit(value, at.type(), findings)) {
      return;
    }
    uses.refuseIdentity(at.path());
    if (at.path().nested()) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.DEFAULT_IN_ADD,
          at.path() + " is a field inside a column",
          "Delta 4.0 takes such a default and never writes it");
    }
    noteOldRows(at);
  }

  @Override
  protected void dropDefault(FieldAt at) {
    if (at.column().defaultValue() != null) {
      uses.refuseIdentity(at.path());
    }
  }

  @Override
  protected void move(FieldAt at, Position position) {
    columns.requirePosition(at.path(), position);
    noteOrder();
    streams(at);
  }

  private void streams(FieldAt at) {
    findings.add(
        FindingCode.STREAM_RESTART,
        "streams on " + table.name() + " stop once when " + at.path() + " changes",
        "DeltaSourceSuite");
  }
}
