package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.RemovalRules;
import io.stillwater.planning.rules.ViewRules;
import io.stillwater.planning.schema.ColumnTree;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Dropping and renaming, which take schema on read. */
final class NameRules {
  private final TableModel table;
  private final PlanContext context;
  private final HudiTable hudi;
  private final Findings findings;
  private final HudiColumns uses;
  private final HudiEngines engines;

  NameRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.hudi = HudiTable.of(table);
    this.findings = findings;
    this.uses = new HudiColumns(table, findings);
    this.engines = new HudiEngines(table, context, findings);
  }

  void drop(Change.DropColumn drop) {
    GraceRules.judge(drop.gracePeriod(), context, findings);
    Optional<FieldAt> at = uses.requireEvolvable(drop.column());
    if (at.isEmpty()) {
      return;
    }
    judgeRemoval(at.get());
    RemovalRules.dropColumn(drop, table.name(), findings);
  }

  void rename(Change.RenameColumn rename) {
    GraceRules.judge(rename.gracePeriod(), context, findings);
    Optional<FieldAt> at = uses.requireEvolvable(rename.column());
    if (at.isEmpty()) {
      return;
    }
    uses.refusedAsMeta(rename.target());
    uses.columns().refuseIfTaken(rename.target());
    switch (rename.strategy()) {
      case EXPAND_CONTRACT -> expandContract(rename, at.get());
      case IN_PLACE -> inPlace(rename, at.get());
      case VIEW -> view(rename);
    }
  }

  private void view(Change.RenameColumn rename) {
    ViewRules.judge(rename, context, findings);
    if (context.uses("trino") && !context.uses("spark")) {
      findings.add(
          FindingCode.VIEW_NEEDS_ENGINE,
          "Trino's Hudi connector creates no views, and no Spark is named",
          null,
          "add Spark to the environment's file");
    }
  }

  private void expandContract(Change.RenameColumn rename, FieldAt at) {
    RemovalRules.renameByCopy(rename, table.name(), null, findings);
    if (at.inCollection()) {
      findings.add(FindingCode.NO_COPY_IN_COLLECTION, at.path() + " stands in a list or map", null);
    }
    judgeRemoval(at);
    RemovalRules.newNameIsNullable(rename, at, findings);
  }

  private void inPlace(Change.RenameColumn rename, FieldAt at) {
    RemovalRules.renameInPlace(rename, table.name(), findings);
    uses.refuseIfUsed(rename.column());
    if (!hudi.schemaOnRead()) {
      uses.needSchemaOnRead("rename " + rename.column());
      return;
    }
    warnOfDefaults(rename.column());
    engines.renamed(rename.target().toString());
    if (at.inCollection()) {
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          at.path() + " stands in a map's value",
          "SchemaChangeUtils takes it, no test reads it");
    }
  }

  /** Whatever asks for it: what keeps a column from ever being dropped. */
  private void judgeRemoval(FieldAt at) {
    uses.refuseIfUsed(at.path());
    if (ColumnTree.countSiblings(table.columns(), at.path()) == 1) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.LAST_COLUMN,
          at.path() + " is the only one of its kind",
          "SchemaChangeUtils: cannot support delete all columns from Struct");
    }
    if (!hudi.schemaOnRead()) {
      uses.needSchemaOnRead("drop " + at.path());
    } else {
      warnOfDefaults(at.path());
    }
  }

  private void warnOfDefaults(ColumnPath column) {
    if (engines.dropFlagNeeded()) {
      findings.add(
          FindingCode.HUDI_DROP_FLAG,
          "the statement for " + column + " of " + table.name() + " needs a setting beside it",
          "hudi#19766: MissingSchemaFieldException");
    }
  }
}
