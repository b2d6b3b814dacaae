package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.rules.ColumnChangeRules;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.DefaultValues;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules extends ColumnChangeRules {
  private final Columns columns;
  private final EngineRules engines;
  private final MetastoreRules metastore;

  ColumnRules(TableModel table, PlanContext context, Findings findings) {
    super(table, findings);
    this.columns = IcebergColumns.columns(table, findings);
    this.engines = new EngineRules(table, context, findings);
    this.metastore = new MetastoreRules(table, context, findings);
  }

  @Override
  protected Optional<FieldAt> require(ColumnPath column) {
    return columns.requireNamed(column);
  }

  @Override
  protected void setNullable(FieldAt at) {
    if (table.identifiers().contains(at.path())) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.IDENTIFIER_COLUMN,
          at.path() + " identifies the rows of " + table.name() + " and must be required",
          "identifier columns " + table.identifiers());
    } else if (!at.column().nullable()) {
      noteNulls(at);
      engines.dropNestedNotNull(at.path());
    }
  }

  /**
   * The library does it where it is told that the change is incompatible; what makes it right is
   * the proof that no row holds NULL.
   */
  @Override
  protected void setNotNull(FieldAt at) {
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

  @Override
  protected void setDefault(FieldAt at, Object value) {
    if (DefaultValues.refusedUnfit(value, at.type(), findings)) {
      return;
    }
    if (engines.known()) {
      engines.writeDefault(at.path());
    } else if (table.formatVersion() < 3) {
      findings.add(
          FindingCode.WRITE_DEFAULT_IGNORED,
          "writers of " + table.name() + " may ignore the default of " + at.path(),
          "format version " + table.formatVersion());
    } else {
      findings.add(
          FindingCode.MIXED_VERSION_DEFAULT,
          "writers that know no defaults write NULL into " + at.path(),
          "Trino 476 writes NULL where 483 set a default");
    }
    noteOldRows(at);
  }

  @Override
  protected void dropDefault(FieldAt at) {
    findings.add(
        FindingCode.OLD_ROWS_KEEP_DEFAULT,
        "rows of " + table.name() + " that read the default of " + at.path() + " keep it",
        null);
  }

  @Override
  protected void move(FieldAt at, Position position) {
    columns.requirePosition(at.path(), position);
    noteOrder();
    metastore.move(at.path());
  }
}
