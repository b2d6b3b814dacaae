package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;
import java.util.Map;

/** Makes the steps of one table. */
final class TableSteps {
  private final TableName table;
  private final Undos undos;

  TableSteps(TableName table, Duration rollbackWindow) {
    this.table = table;
    this.undos = new Undos(rollbackWindow);
  }

  TableSql sql() {
    return new TableSql(table);
  }

  Undos undos() {
    return undos;
  }

  StepDraft expand(
      StepKind kind,
      String what,
      StepArguments arguments,
      Map<String, String> statements,
      Undo undo) {
    return step(Phase.EXPAND, kind, what, arguments, statements, undo);
  }

  StepDraft migrate(
      StepKind kind,
      String what,
      StepArguments arguments,
      Map<String, String> statements,
      Undo undo) {
    return step(Phase.MIGRATE, kind, what, arguments, statements, undo);
  }

  StepDraft step(
      Phase phase,
      StepKind kind,
      String what,
      StepArguments arguments,
      Map<String, String> statements,
      Undo undo) {
    return new StepDraft(phase, kind, table.toString(), what, arguments, statements, undo, false);
  }

  StepDraft pointOfNoReturn(StepDraft draft) {
    return new StepDraft(
        draft.phase(),
        draft.kind(),
        draft.target(),
        draft.description(),
        draft.arguments(),
        draft.statements(),
        draft.undo(),
        true);
  }
}
