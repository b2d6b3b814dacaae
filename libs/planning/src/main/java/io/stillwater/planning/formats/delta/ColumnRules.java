package io.stillwater.planning.formats.delta;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.DefaultValues;
import io.stillwater.planning.schema.FieldAt;
import java.util.Optional;

/** Nullability, default, comment and place of a column ({@code AlterTableChangeColumn…}). */
final class ColumnRules {
  private final DeltaTable table;
  private final Findings findings;
  private final Columns columns;
  private final DeltaColumns uses;

  ColumnRules(DeltaTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = DeltaColumns.columns(table, findings);
    this.uses = new DeltaColumns(table, findings);
  }

  void judge(Change.OfColumn change) {
    Optional<FieldAt> at = columns.requireNamed(change.column());
    if (at.isEmpty()) {
      return;
    }
    if (change instanceof Change.SetNullable) {
      setNullable(at.get());
    } else if (change instanceof Change.SetNotNull) {
      setNotNull(at.get());
    } else if (change instanceof Change.SetDefault set) {
      setDefault(set, at.get());
    } else if (change instanceof Change.DropDefault && at.get().column().defaultValue() != null) {
      uses.refuseIdentity(change.column());
    } else if (change instanceof Change.MoveColumn move) {
      move(move);
    }
  }

  private void setNullable(FieldAt at) {
    if (!at.column().nullable()) {
      uses.refuseIdentity(at.path());
      findings.add(FindingCode.NULLS_APPEAR, "readers of " + at.path() + " may meet NULL", null);
      RestoreNotes.add(table, at.path() + " becomes required again by RESTORE only", findings);
      streams(at);
    }
  }

  private void setNotNull(FieldAt at) {
    if (at.column().nullable()) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.NOT_NULL_NEEDS_CONSTRAINT,
          at.path() + " is optional and stays so",
          "SchemaUtils.canChangeDataType: tightening nullability");
    }
  }

  private void setDefault(Change.SetDefault set, FieldAt at) {
    if (DefaultValues.refusedUnfit(set.value(), at.type(), findings)) {
      return;
    }
    uses.refuseIdentity(set.column());
    if (set.column().nested()) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.DEFAULT_IN_ADD,
          set.column() + " is a field inside a column",
          "Delta 4.0 takes such a default and never writes it");
    }
    findings.add(
        FindingCode.OLD_ROWS_KEEP_DEFAULT,
        "rows that are there keep what they read in " + set.column(),
        null);
  }

  private void move(Change.MoveColumn move) {
    columns.requirePosition(move.column(), move.position());
    findings.add(
        FindingCode.REORDER_SWAPS,
        "INSERT INTO " + table.model().name() + " without column names meets another order",
        null);
    columns.require(move.column()).ifPresent(this::streams);
  }

  private void streams(FieldAt at) {
    findings.add(
        FindingCode.STREAM_RESTART,
        "streams on " + table.model().name() + " stop once when " + at.path() + " changes",
        "DeltaSourceSuite");
  }
}
