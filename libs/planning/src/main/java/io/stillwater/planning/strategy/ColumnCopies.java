package io.stillwater.planning.strategy;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import java.util.Locale;

/** Steps that move values from one column into another. */
final class ColumnCopies {
  private final TableName table;
  private final TableSteps steps;

  ColumnCopies(TableName table, TableSteps steps) {
    this.table = table;
    this.steps = steps;
  }

  /**
   * @param castTo null where both have one type
   */
  StepDraft backfill(ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid) {
    return steps.migrate(
        StepKind.BACKFILL,
        "Copy " + from + " into " + to + " in " + table,
        copy(from, to, castTo, onInvalid, false),
        steps.sql().copy(from, to, castTo, onInvalid),
        steps.undos().exact(Statements.NONE));
  }

  StepDraft sync(
      ColumnPath from,
      ColumnPath to,
      LakeType castTo,
      OnInvalid onInvalid,
      boolean bothWays,
      String untilWhen) {
    return steps.migrate(
        StepKind.SYNC,
        "Keep " + from + " and " + to + " of " + table + " in step until " + untilWhen,
        copy(from, to, castTo, onInvalid, bothWays),
        Statements.NONE,
        steps.undos().exact(Statements.NONE));
  }

  private static StepArguments copy(
      ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid, boolean bothWays) {
    return new StepArguments.CopyColumn(
        from.toString(),
        to.toString(),
        castTo == null ? null : castTo.text(),
        onInvalid.name().toLowerCase(Locale.ROOT),
        bothWays);
  }
}
