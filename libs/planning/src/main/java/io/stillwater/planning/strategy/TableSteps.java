package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;

/** Makes the steps of one table, as its format spells them and takes them back. */
public final class TableSteps {
  private final TableModel table;
  private final StepFormat format;
  private final Undos undos;

  public TableSteps(TableModel table, StepFormat format, Duration rollbackWindow) {
    this.table = table;
    this.format = format;
    this.undos = new Undos(rollbackWindow);
  }

  /** Statements for the table as it is before the change. */
  public TableSql sql() {
    return sql(table);
  }

  /** Statements for the table as earlier steps of the change leave it. */
  public TableSql sql(TableModel between) {
    return format.sql(between);
  }

  public Undos undos() {
    return undos;
  }

  /**
   * The comment before comes back exactly: the step remembers it. By hand that is not possible for
   * a field inside a column, whose comment is not known here.
   */
  Undo undoComment(ColumnPath path, Column column) {
    return undos.exact(path.nested() ? Statements.NONE : sql().comment(path, column.comment()));
  }

  public StepDraft expand(
      StepKind kind, String what, StepArguments arguments, Statements statements, Undo undo) {
    return step(Phase.EXPAND, kind, what, arguments, statements, undo);
  }

  public StepDraft migrate(
      StepKind kind, String what, StepArguments arguments, Statements statements, Undo undo) {
    return step(Phase.MIGRATE, kind, what, arguments, statements, undo);
  }

  /** Marks what the table is now, so that it stays within reach. */
  public StepDraft tag(String what, Duration keep) {
    return step(
        Phase.PROTECT,
        StepKind.TAG,
        what,
        new StepArguments.Tag(keep),
        sql().protect(keep),
        undos.exact(sql().release()));
  }

  public StepDraft step(
      Phase phase,
      StepKind kind,
      String what,
      StepArguments arguments,
      Statements statements,
      Undo undo) {
    StepDraft draft =
        new StepDraft(
            phase, kind, table.name().toString(), what, arguments, statements, undo, false);
    return draft.effect() ? draft.withUndo(format.undo(draft, table, undos)) : draft;
  }
}
