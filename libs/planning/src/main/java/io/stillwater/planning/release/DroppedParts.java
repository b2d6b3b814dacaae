package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.document.Location;
import io.stillwater.planning.document.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds changes of a column that the same release adds or drops, or of a part of one it drops. */
final class DroppedParts {
  private DroppedParts() {}

  static void check(List<RequestedChange> changes, Problems problems, Location at) {
    Map<String, RequestedChange> decided = new HashMap<>();
    for (RequestedChange change : changes) {
      Operation operation = change.change().operation();
      if (operation == Operation.DROP_COLUMN || operation == Operation.ADD_COLUMN) {
        change.change().subject().ifPresent(path -> decided.put(ChangeClaims.key(path), change));
      }
    }
    for (RequestedChange change : changes) {
      change.change().subject().ifPresent(path -> check(change, path, decided, problems, at));
    }
  }

  private static void check(
      RequestedChange change,
      ColumnPath path,
      Map<String, RequestedChange> decided,
      Problems problems,
      Location at) {
    for (ColumnPath part : withParents(path)) {
      RequestedChange other = decided.get(ChangeClaims.key(part));
      if (other == null || other == change) {
        continue;
      }
      boolean dropped = other.change().operation() == Operation.DROP_COLUMN;
      if (dropped || part.equals(path)) {
        String why = dropped ? "drops " : "adds ";
        String fix = dropped ? "remove one" : "say it all in add_column";
        problems.add(
            change.path(),
            at,
            change.change().operation().text()
                + " contradicts "
                + other.path()
                + ", which "
                + why
                + part
                + "; "
                + fix);
        return;
      }
    }
  }

  private static List<ColumnPath> withParents(ColumnPath path) {
    List<ColumnPath> all = new ArrayList<>();
    for (ColumnPath part = path; part != null; part = part.parent().orElse(null)) {
      all.add(part);
    }
    return all;
  }
}
