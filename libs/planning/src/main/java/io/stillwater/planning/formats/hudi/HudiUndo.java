package io.stillwater.planning.formats.hudi;

import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;

/**
 * What takes steps back: each statement is a commit of its own, so that the inverse of one leaves
 * both in the timeline; what has none goes back by the savepoint of the PROTECT phase.
 */
final class HudiUndo {
  private static final String BY_SAVEPOINT =
      "the savepoint is deleted; writers must be paused, later commits are lost, and it cannot be"
          + " taken back itself";
  private static final String STAYS =
      "the change stays; nothing that reads or writes needs it gone";

  private HudiUndo() {}

  static Undo of(StepDraft draft, TableModel table) {
    boolean history = HudiTable.of(table).schemaOnRead();
    return switch (draft.kind()) {
      case ADD_COLUMN, BACKFILL, SYNC ->
          history ? Undos.as(UndoKind.INVERSE, draft.undo()) : Undos.forwardFix(STAYS);
      case SET_NULLABLE -> Undos.forwardFix(STAYS);
      case WIDEN_TYPE, DROP_COLUMN ->
          table.hasData()
              ? Undos.restore(new HudiSql(table).restore(), BY_SAVEPOINT)
              : Undos.forwardFix(STAYS);
      default -> Undos.byOpposite(draft);
    };
  }
}
