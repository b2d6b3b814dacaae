package io.stillwater.events.plan;

import java.util.Map;

/**
 * @param until in words, how long the undo is promised, e.g. {@code the next data commit}
 */
public record Undo(UndoKind kind, Map<String, String> statements, String until) {
  public Undo {
    statements = Plan.copy(statements);
  }
}
