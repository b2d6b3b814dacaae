package io.stillwater.planning.strategy;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;

/** A new column, alone or as the first part of a rename. */
final class AddColumnStrategy {
  private final TableModel table;
  private final TableSteps steps;

  AddColumnStrategy(TableModel table, TableSteps steps) {
    this.table = table;
    this.steps = steps;
  }

  Expansion expand(Change.AddColumn add) {
    return Expansion.safe(after(add), step(add));
  }

  TableModel after(Change.AddColumn add) {
    Column column =
        new Column(
            null,
            add.column().leaf(),
            add.type(),
            add.nullable(),
            add.comment(),
            add.defaultValue());
    return table.withColumns(
        ColumnEdits.add(table.columns(), add.column(), column, add.position()));
  }

  StepDraft step(Change.AddColumn add) {
    ColumnPath path = add.column();
    return steps.expand(
        StepKind.ADD_COLUMN,
        "Add column " + path + " " + add.type().text() + " to " + table.name(),
        new StepArguments.AddColumn(
            new StepArguments.ColumnSpec(
                path.toString(),
                add.type().text(),
                add.nullable(),
                JsonValues.optional(add.defaultValue()),
                add.comment()),
            argument(add.position())),
        steps.sql().addColumn(add),
        steps.undos().exact(steps.sql().dropColumn(path)));
  }

  static StepArguments.Position argument(Position position) {
    return position == null ? null : new StepArguments.Position(position.first(), position.after());
  }

  /** Comes last: writers that insert by position go on writing the columns they know. */
  static Change.AddColumn nullable(ColumnPath path, LakeType type, String comment) {
    return new Change.AddColumn(path, type, true, null, comment, null);
  }
}
