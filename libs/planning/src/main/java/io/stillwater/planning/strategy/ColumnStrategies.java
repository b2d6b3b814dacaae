package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.Undos;
import java.util.Objects;

/** Changes of one column that are a single commit of metadata. */
final class ColumnStrategies {
  private final TableModel table;
  private final TableSteps steps;

  ColumnStrategies(TableModel table, TableSteps steps) {
    this.table = table;
    this.steps = steps;
  }

  Expansion expand(Change.OfColumn change) {
    Column column = table.find(change.column()).orElseThrow().column();
    if (change instanceof Change.WidenType widen) {
      return widen(widen, column);
    }
    if (change instanceof Change.SetNullable) {
      return setNullable(change.column(), column);
    }
    if (change instanceof Change.SetDefault set) {
      return setDefault(change.column(), column, set.value());
    }
    if (change instanceof Change.DropDefault) {
      return setDefault(change.column(), column, null);
    }
    if (change instanceof Change.SetComment set) {
      return setComment(change.column(), column, set.comment());
    }
    if (change instanceof Change.MoveColumn move) {
      return move(change.column(), move.position());
    }
    return setNotNull(change.column(), column);
  }

  /** The step proves it once more in its own commit; the last proof finds writes under way then. */
  private Expansion setNotNull(ColumnPath path, Column column) {
    if (!column.nullable()) {
      return Expansion.nothing(table);
    }
    Proofs proofs = new Proofs(table.name(), steps);
    return Expansion.unsafe(
        "prove_then_require",
        table.withColumns(ColumnEdits.nullable(table.columns(), path, false)),
        proofs.noNulls(Phase.PRE_CHECK, path),
        steps.migrate(
            StepKind.SET_NOT_NULL,
            "Make " + path + " of " + table.name() + " required",
            new StepArguments.SetNullability(path.toString(), false),
            steps.sql().setNullable(path, false),
            steps.undos().exact(steps.sql().setNullable(path, true))),
        proofs.noNulls(Phase.MIGRATE, path));
  }

  private Expansion widen(Change.WidenType widen, Column column) {
    if (column.type().equals(widen.to())) {
      return Expansion.nothing(table);
    }
    ColumnPath path = widen.column();
    String from = column.type().text();
    String to = widen.to().text();
    return Expansion.safe(
        table.withColumns(ColumnEdits.retype(table.columns(), path, widen.to())),
        steps.expand(
            StepKind.WIDEN_TYPE,
            "Widen " + path + " of " + table.name() + " from " + from + " to " + to,
            new StepArguments.WidenType(path.toString(), from, to),
            steps.sql().changeType(path, widen.to()),
            steps.undos().exactUntil(Undos.NEXT_DATA_COMMIT, Statements.NONE)));
  }

  private Expansion setNullable(ColumnPath path, Column column) {
    if (column.nullable()) {
      return Expansion.nothing(table);
    }
    return Expansion.safe(
        table.withColumns(ColumnEdits.nullable(table.columns(), path, true)),
        steps.expand(
            StepKind.SET_NULLABLE,
            "Make " + path + " of " + table.name() + " optional",
            new StepArguments.SetNullability(path.toString(), true),
            steps.sql().setNullable(path, true),
            steps.undos().exactUntil(Undos.NEXT_DATA_COMMIT, Statements.NONE)));
  }

  /** What default a field inside a column has is not known here, so that it may not come back. */
  private Expansion setDefault(ColumnPath path, Column column, Object value) {
    Object before = column.defaultValue();
    if (!path.nested() && Objects.equals(text(value), text(before))) {
      return Expansion.nothing(table);
    }
    Statements undo = steps.sql().setDefault(path, column.type(), before);
    String what =
        value == null
            ? "Drop the default of " + path + " of " + table.name()
            : "Set the default of " + path + " of " + table.name() + " to " + value;
    return Expansion.safe(
        table.withColumns(ColumnEdits.defaultTo(table.columns(), path, value)),
        steps.expand(
            StepKind.SET_DEFAULT,
            what,
            new StepArguments.SetDefault(
                path.toString(), JsonValues.optional(value), JsonValues.optional(before)),
            steps.sql().setDefault(path, column.type(), value),
            path.nested() ? steps.undos().inverse(undo) : steps.undos().exact(undo)));
  }

  private Expansion setComment(ColumnPath path, Column column, String comment) {
    if (comment.equals(column.comment())) {
      return Expansion.nothing(table);
    }
    return Expansion.safe(
        table.withColumns(ColumnEdits.comment(table.columns(), path, comment)),
        steps.expand(
            StepKind.SET_COMMENT,
            "Set the comment of " + path + " of " + table.name(),
            new StepArguments.SetComment(path.toString(), comment, column.comment()),
            steps.sql().comment(path, comment),
            steps.undoComment(path, column)));
  }

  private Expansion move(ColumnPath path, Position position) {
    Position before = ColumnEdits.positionOf(table.columns(), path);
    if (before.equals(position)) {
      return Expansion.nothing(table);
    }
    return Expansion.safe(
        table.withColumns(ColumnEdits.move(table.columns(), path, position)),
        steps.expand(
            StepKind.MOVE_COLUMN,
            "Move " + path + " of " + table.name() + " " + inWords(position),
            new StepArguments.MoveColumn(
                path.toString(),
                AddColumnStrategy.argument(position),
                AddColumnStrategy.argument(before)),
            steps.sql().move(path, position),
            undoMove(path, before)));
  }

  private Undo undoMove(ColumnPath path, Position before) {
    return steps.undos().exact(steps.sql().move(path, before));
  }

  private static String inWords(Position position) {
    return position.first() ? "to the front" : "behind " + position.after();
  }

  /** 7 and 7 from another reader are the same default, whatever their classes. */
  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
