package io.stillwater.planning.formats.delta;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;

/** What really takes a step on a Delta table back. */
final class DeltaUndo {
  /** RESTORE puts data back too: what others commit after the step would go with it. */
  private static final String OTHERS_COMMIT =
      "the next commit by anyone else; RESTORE later also takes out what was committed since";

  private DeltaUndo() {}

  static Undo of(StepDraft draft, TableModel table, Undos undos) {
    boolean mapped = DeltaTable.of(table).mapped();
    return switch (draft.kind()) {
      case ADD_COLUMN, BACKFILL, SYNC -> mapped ? draft.undo() : restore(table);
      case WIDEN_TYPE, SET_NULLABLE, DROP_COLUMN -> restore(table);
      case SET_COMMENT, DEPRECATE -> comment(draft, table);
      case SET_PROPERTIES -> properties(draft, table, undos);
      case SET_SORT_ORDER ->
          DeltaTable.of(table).protocol().supports(DeltaFeature.CLUSTERING)
              ? draft.undo()
              : Undos.as(UndoKind.INVERSE, draft.undo());
      default -> draft.undo();
    };
  }

  /** To the version that the plan is pinned to; its number must be looked up where unknown. */
  private static Undo restore(TableModel table) {
    Long version = table.base().snapshotId();
    Statements statements =
        version == null ? Statements.NONE : new DeltaSql(table).restore(version);
    return new Undo(UndoKind.RESTORE, statements.byEngine(), OTHERS_COMMIT);
  }

  /** No statement takes a comment away: it becomes an empty one. */
  private static Undo comment(StepDraft draft, TableModel table) {
    return hadComment(draft, table) ? draft.undo() : Undos.as(UndoKind.INVERSE, draft.undo());
  }

  private static boolean hadComment(StepDraft draft, TableModel table) {
    if (draft.arguments() instanceof StepArguments.SetComment set) {
      return set.before() != null;
    }
    return draft.arguments() instanceof StepArguments.Deprecate deprecate
        && table.columns().stream()
            .anyMatch(
                column -> column.name().equals(deprecate.column()) && column.comment() != null);
  }

  /** Setting them back leaves the protocol where they have raised it. */
  private static Undo properties(StepDraft draft, TableModel table, Undos undos) {
    if (!(draft.arguments() instanceof StepArguments.SetProperties set)) {
      return draft.undo();
    }
    String mode = set.properties().get(DeltaTable.MAPPING_MODE);
    boolean mapping = set.properties().containsKey(DeltaTable.MAPPING_MODE);
    if (mapping && !DeltaTable.of(table).mappingMode().equals(mode)) {
      return restore(table);
    }
    if (set.properties().keySet().stream()
        .allMatch(name -> name.startsWith(FeatureNeeds.FEATURE))) {
      return Undos.NOTHING;
    }
    boolean raises = !FeatureNeeds.added(set.properties(), DeltaTable.of(table)).isEmpty();
    return raises ? Undos.as(UndoKind.INVERSE, draft.undo()) : draft.undo();
  }
}
