package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.rules.ColumnChangeRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column. */
final class ColumnRules extends ColumnChangeRules {
  private final HudiTable hudi;
  private final HudiColumns uses;
  private final HudiEngines engines;

  ColumnRules(TableModel table, PlanContext context, Findings findings) {
    super(table, findings);
    this.hudi = HudiTable.of(table);
    this.uses = new HudiColumns(table, findings);
    this.engines = new HudiEngines(table, context, findings);
  }

  @Override
  protected Optional<FieldAt> require(ColumnPath column) {
    return uses.requireEvolvable(column);
  }

  @Override
  protected void setNullable(FieldAt at) {
    if (at.column().nullable()) {
      return;
    }
    uses.refuseIfUsed(at.path());
    noteNulls(at);
    if (!hudi.schemaOnRead()) {
      engines.refusedBySpark(
          "make " + at.path() + " optional", "HoodieCatalog.alterTable knows types and comments");
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          "a writer with an optional " + at.path() + " would have to bring it about",
          "no test of Hudi does so without schema on read");
    }
  }

  @Override
  protected void setNotNull(FieldAt at) {
    findings.refuse(
        HudiColumns.HUDI,
        FindingCode.MAKE_REQUIRED,
        at.path() + " is optional and stays so",
        "TableChanges: cannot update column Nullability: optional to required");
  }

  @Override
  protected void setDefault(FieldAt at, Object value) {
    findings.refuse(
        HudiColumns.HUDI,
        FindingCode.HUDI_NO_DEFAULT,
        at.path() + " of " + table.name() + " cannot have a default",
        "AlterTableCommand: \"to do support set default value to columns\"");
  }

  /** There is none that could go. */
  @Override
  protected void dropDefault(FieldAt at) {}

  @Override
  protected void setComment(FieldAt at) {
    if (at.path().nested() && !hudi.schemaOnRead()) {
      engines.refusedBySpark(
          "set the comment of " + at.path(),
          "AlterHoodieTableChangeColumnCommand looks among the columns of the table");
    }
  }

  @Override
  protected void move(FieldAt at, Position position) {
    if (!hudi.schemaOnRead()) {
      uses.needSchemaOnRead("move " + at.path() + ": the write succeeds and the read fails");
      return;
    }
    uses.requirePlace(at.path(), position);
    noteOrder();
  }
}
