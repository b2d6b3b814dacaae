package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.AdditionRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.StorableTypes;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** Adding a column or a field of a struct ({@code TableChanges.ColumnAddChange}). */
final class AddColumnRules {
  /** Writers that fill what their batches lack, by either setting. */
  private static final List<String> FILLING =
      List.of(
          "hoodie.write.set.null.for.missing.columns", "hoodie.datasource.write.reconcile.schema");

  private final TableModel table;
  private final HudiTable hudi;
  private final Findings findings;
  private final HudiColumns uses;
  private final HudiEngines engines;

  AddColumnRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.hudi = HudiTable.of(table);
    this.findings = findings;
    this.uses = new HudiColumns(table, findings);
    this.engines = new HudiEngines(table, context, findings);
  }

  void judge(Change.AddColumn add) {
    ColumnPath column = add.column();
    if (!uses.columns().requireParent(column)
        || uses.refusedAsMeta(column)
        || uses.refusedInArray(column)) {
      return;
    }
    uses.columns().refuseIfTaken(column);
    uses.requirePlace(column, add.position());
    judgeType(add);
    if (add.defaultValue() != null) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.HUDI_NO_DEFAULT,
          "rows of " + table.name() + " would read NULL in " + column + ", not the default",
          "HoodieCatalog.alterTable keeps name, type and nullability alone");
    }
    if (!add.nullable()) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.REQUIRED_COLUMN,
          column + " is required, and old rows have no value for it",
          hudi.mergeOnRead()
              ? "schema_evolution.md: a merge-on-read write succeeds and the read fails"
              : "schema_evolution.md, \"Add a new non-nullable column\"");
    }
    if (!findings.refused()) {
      warn(add);
    }
  }

  private void judgeType(Change.AddColumn add) {
    if (StorableTypes.stored(table, add.column(), add.type(), findings)
        && add.type() == Primitive.TIMESTAMP) {
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          "timestamps without zone are new to Hudi's Spark writers, see " + add.column(),
          "SparkInternalSchemaConverter of 1.0.2 knows those with zone alone");
    }
  }

  private void warn(Change.AddColumn add) {
    ColumnPath column = add.column();
    if (HudiColumns.looksLikeMeta(column)) {
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          "Hudi may give " + column + " a meaning, as it does to _hoodie_is_deleted",
          null);
    }
    if (column.nested()) {
      nested(column);
    }
    if (add.position() != null && !hudi.schemaOnRead()) {
      findings.add(
          FindingCode.HUDI_GOES_LAST,
          column + " comes last in " + table.name(),
          "AlterHoodieTableAddColumnsCommand appends");
    } else if (add.position() != null) {
      AdditionRules.noteNotLast(column, findings);
    }
    AdditionRules.noteInserts(column, table.name(), findings);
    if (FILLING.stream().noneMatch(name -> Boolean.parseBoolean(table.properties().get(name)))) {
      findings.add(
          FindingCode.HUDI_WRITERS_OMIT,
          "writers of " + table.name() + " whose batches lack " + column + " may fail",
          "schema_evolution.md, hoodie.write.set.null.for.missing.columns");
    }
  }

  private void nested(ColumnPath column) {
    if (!hudi.schemaOnRead()) {
      engines.refusedBySpark(
          "add the field " + column,
          "HoodieCatalog.alterTable takes the first part of the name for a column");
    }
    Optional<FieldAt> parent = column.parent().flatMap(table::find);
    if (parent.filter(FieldAt::inCollection).isPresent()) {
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          column + " stands in a map's value",
          "SchemaChangeUtils takes it, no test reads it");
    }
  }
}
