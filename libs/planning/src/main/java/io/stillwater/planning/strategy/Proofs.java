package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;

/** Steps that read whether the data allow an effect; each counts the rows that speak against it. */
final class Proofs {
  private final TableName table;
  private final TableSteps steps;

  Proofs(TableName table, TableSteps steps) {
    this.table = table;
    this.steps = steps;
  }

  StepDraft everyValueFits(Phase phase, ColumnPath path, LakeType from, LakeType to) {
    return steps.step(
        phase,
        StepKind.VALIDATE,
        "Prove that every value of " + path + " of " + table + " is a " + to.text(),
        new StepArguments.Validate(path.toString(), "FITS", to.text()),
        Statements.of(
            dialect ->
                count(
                    table.render(dialect),
                    "NOT (" + TypeLattice.fits(path.render(dialect), from, to, dialect) + ")")),
        Undos.NOTHING);
  }

  StepDraft noNulls(Phase phase, ColumnPath path) {
    return steps.step(
        phase,
        StepKind.VALIDATE,
        "Prove that no row of " + table + " holds NULL in " + path,
        new StepArguments.Validate(path.toString(), "NO_NULLS", null),
        Statements.of(dialect -> count(table.render(dialect), path.render(dialect) + " IS NULL")),
        Undos.NOTHING);
  }

  private static String count(String table, String against) {
    return "SELECT count(*) FROM " + table + " WHERE " + against;
  }
}
