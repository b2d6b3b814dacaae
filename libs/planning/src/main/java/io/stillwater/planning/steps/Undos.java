package io.stillwater.planning.steps;

import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import java.time.Duration;
import java.util.Map;

/** How steps are taken back, and for how long that is promised. */
public final class Undos {
  /** Contract, "Undo of a type promotion": old readers cannot read files with the wide type. */
  public static final String NEXT_DATA_COMMIT = "the next data commit";

  public static final Undo NOTHING = new Undo(UndoKind.NONE, Map.of(), null);

  private final String window;

  public Undos(Duration rollbackWindow) {
    window = inWords(rollbackWindow) + " after completion";
  }

  public Undo exact(Statements statements) {
    return new Undo(UndoKind.EXACT, statements.byEngine(), window);
  }

  /**
   * @param but what it does not bring back
   */
  public Undo exactBut(String but, Statements statements) {
    return exactUntil(window + "; " + but, statements);
  }

  public Undo exactUntil(String until, Statements statements) {
    return new Undo(UndoKind.EXACT, statements.byEngine(), until);
  }

  public Undo inverse(Statements statements) {
    return new Undo(UndoKind.INVERSE, statements.byEngine(), window);
  }

  /** Of another kind than the draft proposes, by the same statements. */
  public static Undo as(UndoKind kind, Undo proposed) {
    return new Undo(kind, proposed.statements(), proposed.until());
  }

  /**
   * Of a format that keeps no schema to go back to: the opposite statement is a change of its own,
   * which leaves its trace beside the first.
   */
  public static Undo byOpposite(StepDraft draft) {
    return switch (draft.kind()) {
      case DEPRECATE,
          SET_COMMENT,
          MOVE_COLUMN,
          RENAME_COLUMN,
          RENAME_TABLE,
          SET_PROPERTIES,
          CREATE_TABLE ->
          as(UndoKind.INVERSE, draft.undo());
      default -> draft.undo();
    };
  }

  /**
   * @param until for how long, and what it asks for
   */
  public static Undo restore(Statements statements, String until) {
    return new Undo(UndoKind.RESTORE, statements.byEngine(), until);
  }

  /** Nothing goes back: the next release mends it. */
  public static Undo forwardFix(String until) {
    return new Undo(UndoKind.FORWARD_FIX, Map.of(), until);
  }

  public static String inWords(Duration duration) {
    if (duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
      return count(duration.toDays(), "day");
    }
    if (duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))) {
      return count(duration.toHours(), "hour");
    }
    if (duration.toMinutes() > 0 && duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
      return count(duration.toMinutes(), "minute");
    }
    return count(duration.toSeconds(), "second");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
