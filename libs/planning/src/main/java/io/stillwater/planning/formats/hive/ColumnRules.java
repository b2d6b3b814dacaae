package io.stillwater.planning.formats.hive;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules {
  private final TableModel table;
  private final HiveTable hive;
  private final Findings findings;
  private final HiveColumns uses;
  private final HiveEngines engines;

  ColumnRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.hive = new HiveTable(table);
    this.findings = findings;
    this.uses = new HiveColumns(table, findings);
    this.engines = new HiveEngines(context, findings);
  }

  void judge(Change.OfColumn change) {
    Optional<FieldAt> at = uses.requireWhole(change.column());
    if (at.isEmpty()) {
      return;
    }
    if (change instanceof Change.SetNullable) {
      setNullable(at.get());
    } else if (change instanceof Change.SetNotNull) {
      setNotNull(at.get());
    } else if (change instanceof Change.SetDefault) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.HIVE_NO_DEFAULT,
          "writers of " + table.name() + " other than Hive write NULL into " + change.column(),
          null);
    } else if (change instanceof Change.DropDefault) {
      if (at.get().column().defaultValue() != null) {
        uses.unverified("a default of " + change.column() + " is a constraint of Hive alone");
      }
    } else if (change instanceof Change.MoveColumn move) {
      move(move);
    }
  }

  private void setNullable(FieldAt at) {
    if (!at.column().nullable()) {
      findings.add(FindingCode.NULLS_APPEAR, "readers of " + at.path() + " may meet NULL", null);
      uses.unverified("NOT NULL of " + at.path() + " is a constraint of Hive alone");
    }
  }

  private void setNotNull(FieldAt at) {
    if (at.column().nullable()) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.MAKE_REQUIRED,
          at.path() + " is optional: Hive would check its own inserts, Trino and Spark none",
          null);
    }
  }

  private void move(Change.MoveColumn move) {
    if (uses.refusedAsPartition(move.column())) {
      return;
    }
    uses.columns().requirePosition(move.column(), move.position());
    if (findings.refused()) {
      return;
    }
    uses.refuseIfByPosition("columns of " + table.name() + " would change places");
    uses.requireCompatible(ColumnEdits.move(table.columns(), move.column(), move.position()));
    findings.add(
        FindingCode.REORDER_SWAPS,
        "INSERT INTO " + table.name() + " without column names meets another order",
        null);
    uses.notePartitions();
    uses.noteTransactional();
  }
}
