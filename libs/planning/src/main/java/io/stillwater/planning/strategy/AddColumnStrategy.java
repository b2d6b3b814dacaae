package io.stillwater.planning.strategy;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.SqlValues;
import io.stillwater.planning.steps.StepDraft;
import java.util.Map;

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
        statements(add),
        steps.undos().exact(steps.sql().dropColumn(path)));
  }

  static StepArguments.Position argument(Position position) {
    return position == null ? null : new StepArguments.Position(position.first(), position.after());
  }

  /** Spark has no default and no NOT NULL for an added column of Iceberg, Trino no NOT NULL. */
  private Map<String, String> statements(Change.AddColumn add) {
    return steps
        .sql()
        .alter(
            dialect -> {
              boolean unknown = dialect == Dialect.SPARK && add.defaultValue() != null;
              return unknown || !add.nullable() ? null : statement(add, dialect);
            });
  }

  private static String statement(Change.AddColumn add, Dialect dialect) {
    StringBuilder sql = new StringBuilder("ADD COLUMN ");
    sql.append(add.column().render(dialect)).append(' ').append(add.type().render(dialect));
    if (add.defaultValue() != null) {
      sql.append(" DEFAULT ").append(SqlValues.literal(add.defaultValue(), add.type(), dialect));
    }
    if (add.comment() != null) {
      sql.append(" COMMENT ").append(Identifiers.literal(add.comment(), dialect));
    }
    return sql.append(place(add.position(), dialect)).toString();
  }

  static String place(Position position, Dialect dialect) {
    if (position == null) {
      return "";
    }
    return position.first() ? " FIRST" : " AFTER " + Identifiers.quote(position.after(), dialect);
  }

  /** Comes last: writers that insert by position go on writing the columns they know. */
  static Change.AddColumn nullable(ColumnPath path, LakeType type, String comment) {
    return new Change.AddColumn(path, type, true, null, comment, null);
  }
}
