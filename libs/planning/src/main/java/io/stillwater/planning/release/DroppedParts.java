package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.document.Location;
import io.stillwater.planning.document.Problems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds changes of a column that the same release adds or drops, or of a part of one that it drops,
 * renames or narrows.
 */
final class DroppedParts {
  private static final Set<Operation> DECIDING =
      EnumSet.of(
          Operation.DROP_COLUMN,
          Operation.ADD_COLUMN,
          Operation.RENAME_COLUMN,
          Operation.CHANGE_TYPE_NARROWING);

  /** What moves values on, or is put off: by then the path leads elsewhere or nowhere. */
  private static final Set<Operation> GOING_ON =
      EnumSet.of(Operation.DROP_COLUMN, Operation.RENAME_COLUMN, Operation.CHANGE_TYPE_NARROWING);

  private DroppedParts() {}

  static void check(List<RequestedChange> changes, Problems problems, Location at) {
    Map<String, List<RequestedChange>> decided = new HashMap<>();
    for (RequestedChange change : changes) {
      Operation operation = change.change().operation();
      if (DECIDING.contains(operation)) {
        change
            .change()
            .subject()
            .ifPresent(
                path ->
                    decided
                        .computeIfAbsent(ChangeClaims.key(path), key -> new ArrayList<>())
                        .add(change));
      }
    }
    for (RequestedChange change : changes) {
      change.change().subject().ifPresent(path -> check(change, path, decided, problems, at));
    }
  }

  private static void check(
      RequestedChange change,
      ColumnPath path,
      Map<String, List<RequestedChange>> decided,
      Problems problems,
      Location at) {
    for (ColumnPath part : withParents(path)) {
      for (RequestedChange other : decided.getOrDefault(ChangeClaims.key(part), List.of())) {
        String verb = other == change ? null : contradiction(change, other, part.equals(path));
        if (verb != null) {
          problems.add(change.path(), at, sentence(change, other, verb, part));
          return;
        }
      }
    }
  }

  private static String sentence(
      RequestedChange change, RequestedChange other, String verb, ColumnPath part) {
    return change.change().operation().text()
        + " contradicts "
        + other.path()
        + ", which "
        + verb
        + " "
        + part
        + "; "
        + (verb.equals("adds") ? "say it all in add_column" : "remove one");
  }

  /** What the other change does to the path or its parent that does not go with this one. */
  private static String contradiction(
      RequestedChange change, RequestedChange other, boolean samePath) {
    boolean goesOn = GOING_ON.contains(change.change().operation());
    return switch (other.change().operation()) {
      case DROP_COLUMN -> "drops";
      case ADD_COLUMN -> samePath ? "adds" : null;
      case RENAME_COLUMN -> !samePath && goesOn ? "renames" : null;
      default -> !samePath ? "narrows" : null;
    };
  }

  private static List<ColumnPath> withParents(ColumnPath path) {
    List<ColumnPath> all = new ArrayList<>();
    for (ColumnPath part = path; part != null; part = part.parent().orElse(null)) {
      all.add(part);
    }
    return all;
  }
}
