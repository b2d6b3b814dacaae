package io.stillwater.planning.formats.iceberg;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules {
  private final TableModel table;
  private final Findings findings;
  private final Columns columns;

  ColumnRules(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
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
    } else if (change instanceof Change.DropDefault) {
      findings.add(
          FindingCode.OLD_ROWS_KEEP_DEFAULT,
          "rows of " + table.name() + " that read the default of " + change.column() + " keep it",
          null);
    } else if (change instanceof Change.MoveColumn move) {
      move(move);
    }
  }

  private void setNullable(FieldAt at) {
    if (table.identifiers().contains(at.path())) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.IDENTIFIER_COLUMN,
          at.path() + " identifies the rows of " + table.name() + " and must be required",
          "identifier columns " + table.identifiers());
    } else if (!at.column().nullable()) {
      findings.add(FindingCode.NULLS_APPEAR, "readers of " + at.path() + " may meet NULL", null);
    }
  }

  private void setNotNull(FieldAt at) {
    if (at.column().nullable()) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.MAKE_REQUIRED,
          at.path() + " is optional and stays so",
          "SchemaUpdate.requireColumn needs allowIncompatibleChanges");
    }
  }

  private void setDefault(Change.SetDefault set, FieldAt at) {
    if (!DefaultValues.fits(set.value(), at.type())) {
      findings.add(
          FindingCode.DEFAULT_DOES_NOT_FIT,
          "'" + set.value() + "' is no " + at.type().text(),
          null);
      return;
    }
    if (table.formatVersion() < 3) {
      findings.add(
          FindingCode.WRITE_DEFAULT_IGNORED,
          "writers of " + table.name() + " may ignore the default of " + set.column(),
          "format version " + table.formatVersion());
    } else {
      findings.add(
          FindingCode.MIXED_VERSION_DEFAULT,
          "writers that know no defaults write NULL into " + set.column(),
          "Trino 476 writes NULL where 483 set a default");
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
        "INSERT INTO " + table.name() + " without column names meets another order",
        null);
    if ("HIVE".equalsIgnoreCase(table.base().catalogType())) {
      findings.add(
          FindingCode.METASTORE_ORDER, "the Hive metastore may refuse to move columns", null);
    }
  }
}
