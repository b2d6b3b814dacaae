package io.stillwater.planning.steps;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A step that has no id and no place among the others yet. */
public record StepDraft(
    Phase phase,
    StepKind kind,
    String target,
    String description,
    StepArguments arguments,
    Statements statements,
    Undo undo,
    boolean pointOfNoReturn) {

  public StepDraft withUndo(Undo other) {
    return new StepDraft(
        phase, kind, target, description, arguments, statements, other, pointOfNoReturn);
  }

  /** Done and taken back by one engine alone, e.g. {@code spark}. */
  public StepDraft only(String engine) {
    Map<String, String> back = new HashMap<>(undo.statements());
    back.keySet().retainAll(Set.of(engine));
    return new StepDraft(
        phase,
        kind,
        target,
        description,
        arguments,
        statements.only(engine),
        new Undo(undo.kind(), back, undo.until()),
        pointOfNoReturn);
  }

  /** After it, what came before cannot be taken back. */
  public StepDraft asPointOfNoReturn() {
    return new StepDraft(phase, kind, target, description, arguments, statements, undo, true);
  }

  /** Whether it changes anything, rather than looks or waits. */
  public boolean effect() {
    return switch (kind) {
      case CHECK, VALIDATE, SOAK -> false;
      default -> true;
    };
  }

  public boolean exactUndo() {
    return !effect() || undo.kind() == UndoKind.EXACT;
  }
}
