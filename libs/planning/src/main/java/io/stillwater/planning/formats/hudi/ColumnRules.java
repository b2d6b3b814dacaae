package io.stillwater.planning.formats.hudi;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules {
  private final TableModel table;
  private final HudiTable hudi;
  private final Findings findings;
  private final HudiColumns uses;
  private final HudiEngines engines;

  ColumnRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.hudi = HudiTable.of(table);
    this.findings = findings;
    this.uses = new HudiColumns(table, findings);
    this.engines = new HudiEngines(table, context, findings);
  }

  void judge(Change.OfColumn change) {
    Optional<FieldAt> at = uses.requireEvolvable(change.column());
    if (at.isEmpty()) {
      return;
    }
    if (change instanceof Change.SetNullable) {
      setNullable(at.get());
    } else if (change instanceof Change.SetNotNull) {
      setNotNull(at.get());
    } else if (change instanceof Change.SetDefault) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.HUDI_NO_DEFAULT,
          change.column() + " of " + table.name() + " cannot have a default",
          "AlterTableCommand: \"to do support set default value to columns\"");
    } else if (change instanceof Change.SetComment) {
      setComment(at.get());
    } else if (change instanceof Change.MoveColumn move) {
      move(move);
    }
  }

  private void setNullable(FieldAt at) {
    if (at.column().nullable()) {
      return;
    }
    uses.refuseIfUsed(at.path());
    findings.add(FindingCode.NULLS_APPEAR, "readers of " + at.path() + " may meet NULL", null);
    if (!hudi.schemaOnRead()) {
      engines.refusedBySpark(
          "make " + at.path() + " optional", "HoodieCatalog.alterTable knows types and comments");
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          "a writer with an optional " + at.path() + " would have to bring it about",
          "no test of Hudi does so without schema on read");
    }
  }

  private void setNotNull(FieldAt at) {
    if (at.column().nullable()) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.MAKE_REQUIRED,
          at.path() + " is optional and stays so",
          "TableChanges: cannot update column Nullability: optional to required");
    }
  }

  private void setComment(FieldAt at) {
    if (at.path().nested() && !hudi.schemaOnRead()) {
      engines.refusedBySpark(
          "set the comment of " + at.path(),
          "AlterHoodieTableChangeColumnCommand looks among the columns of the table");
    }
  }

  private void move(Change.MoveColumn move) {
    if (!hudi.schemaOnRead()) {
      uses.needSchemaOnRead("move " + move.column() + ": the write succeeds and the read fails");
      return;
    }
    uses.requirePlace(move.column(), move.position());
    findings.add(
        FindingCode.REORDER_SWAPS,
        "INSERT INTO " + table.name() + " without column names meets another order",
        null);
  }
}
