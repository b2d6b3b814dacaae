package io.stillwater.planning.strategy;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import java.util.Locale;
import java.util.Map;

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
        statements(from, to, castTo, onInvalid),
        steps.undos().exact(Map.of()));
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
        Map.of(),
        steps.undos().exact(Map.of()));
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

  /** Trino's UPDATE sets whole columns only. */
  private Map<String, String> statements(
      ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid) {
    return TableSql.both(
        dialect ->
            dialect == Dialect.TRINO && to.nested()
                ? null
                : update(dialect, from, to, castTo, onInvalid));
  }

  private String update(
      Dialect dialect, ColumnPath from, ColumnPath to, LakeType castTo, OnInvalid onInvalid) {
    String source = from.render(dialect);
    String target = to.render(dialect);
    String value =
        castTo == null
            ? source
            : (onInvalid == OnInvalid.SET_NULL ? "TRY_CAST(" : "CAST(")
                + source
                + " AS "
                + castTo.render(dialect)
                + ")";
    String differs =
        dialect == Dialect.SPARK
            ? "NOT " + target + " <=> " + value
            : target + " IS DISTINCT FROM " + value;
    return "UPDATE "
        + table.render(dialect)
        + " SET "
        + target
        + " = "
        + value
        + " WHERE "
        + differs;
  }
}
