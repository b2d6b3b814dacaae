package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.DefaultValues;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules {
  private final TableModel table;
  private final Findings findings;
  private final Columns columns;
  private final EngineRules engines;
  private final MetastoreRules metastore;

  ColumnRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
    this.engines = new EngineRules(table, context, findings);
    this.metastore = new MetastoreRules(table, context, findings);
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
      engines.dropNestedNotNull(at.path());
    }
  }

  /**
   * The library does it where it is told that the change is incompatible; what makes it right is
   * the proof that no row holds NULL.
   */
  private void setNotNull(FieldAt at) {
    if (!at.column().nullable()) {
      return;
    }
    if (at.inCollection() || insideOptional(at.path())) {
      findings.add(
          FindingCode.REQUIRED_INSIDE,
          at.path() + " stands in a collection or in a struct that may be NULL",
          null);
      return;
    }
    findings.add(
        FindingCode.NULL_WRITERS_FAIL,
        "writers that write no value into " + at.path() + " fail from the commit on",
        "SchemaUpdate.requireColumn with allowIncompatibleChanges");
  }

  private boolean insideOptional(ColumnPath path) {
    for (Optional<ColumnPath> up = path.parent(); up.isPresent(); up = up.get().parent()) {
      if (table.find(up.get()).filter(around -> around.column().nullable()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void setDefault(Change.SetDefault set, FieldAt at) {
    if (DefaultValues.refusedUnfit(set.value(), at.type(), findings)) {
      return;
    }
    if (engines.known()) {
      engines.writeDefault(set.column());
    } else if (table.formatVersion() < 3) {
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
    metastore.move(move.column());
  }
}
