package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.rules.ColumnChangeRules;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules extends ColumnChangeRules {
  private final HiveColumns uses;

  ColumnRules(TableModel table, Findings findings) {
    super(table, findings);
    this.uses = new HiveColumns(table, findings);
  }

  @Override
  protected Optional<FieldAt> require(ColumnPath column) {
    return uses.requireWhole(column);
  }

  @Override
  protected void setNullable(FieldAt at) {
    if (!at.column().nullable()) {
      noteNulls(at);
      uses.unverified("NOT NULL of " + at.path() + " is a constraint of Hive alone");
    }
  }

  @Override
  protected void setNotNull(FieldAt at) {
    findings.refuse(
        HiveColumns.HIVE,
        FindingCode.MAKE_REQUIRED,
        at.path() + " is optional: Hive would check its own inserts, Trino and Spark none",
        null);
  }

  @Override
  protected void setDefault(FieldAt at, Object value) {
    findings.refuse(
        HiveColumns.HIVE,
        FindingCode.HIVE_NO_DEFAULT,
        "writers of " + table.name() + " other than Hive write NULL into " + at.path(),
        null);
  }

  @Override
  protected void dropDefault(FieldAt at) {
    if (at.column().defaultValue() != null) {
      uses.unverified("a default of " + at.path() + " is a constraint of Hive alone");
    }
  }

  @Override
  protected void move(FieldAt at, Position position) {
    if (uses.refusedAsPartition(at.path())) {
      return;
    }
    uses.columns().requirePosition(at.path(), position);
    if (findings.refused()) {
      return;
    }
    uses.refuseIfByPosition("columns of " + table.name() + " would change places");
    uses.requireCompatible(ColumnEdits.move(table.columns(), at.path(), position));
    noteOrder();
    uses.notePartitions();
    uses.noteTransactional();
  }
}
