package io.stillwater.planning.release;

import io.stillwater.planning.document.Location;
import io.stillwater.planning.document.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds changes of one table that say the same twice or contradict each other. */
final class ChangeConflicts {
  private ChangeConflicts() {}

  static void check(List<RequestedChange> changes, Problems problems, Location at) {
    Map<String, RequestedChange> claimed = new HashMap<>();
    for (RequestedChange change : changes) {
      for (String claim : ChangeClaims.of(change.change())) {
        RequestedChange earlier = claimed.putIfAbsent(claim, change);
        if (earlier != null) {
          problems.add(change.path(), at, sentence(earlier, change, claim));
          break;
        }
      }
    }
    checkWhole(changes, problems, at);
    checkTableRename(changes, problems, at);
    DroppedParts.check(changes, problems, at);
  }

  private static String sentence(RequestedChange earlier, RequestedChange later, String claim) {
    if (earlier.change().equals(later.change())) {
      return "the same change stands at " + earlier.path() + "; remove one";
    }
    return later.change().operation().text()
        + " contradicts "
        + earlier.change().operation().text()
        + " at "
        + earlier.path()
        + ": both decide the "
        + claim;
  }

  /** A table that is created or dropped has no other change in the same release. */
  private static void checkWhole(List<RequestedChange> changes, Problems problems, Location at) {
    for (RequestedChange change : changes) {
      Operation operation = change.change().operation();
      boolean whole = operation == Operation.CREATE_TABLE || operation == Operation.DROP_TABLE;
      if (whole && changes.size() > 1) {
        problems.add(change.path(), at, operation.text() + " must be the only change of its table");
      }
    }
  }

  /** What goes on after the release, or names the table in a view, knows it by one name only. */
  private static void checkTableRename(
      List<RequestedChange> changes, Problems problems, Location at) {
    boolean renamed =
        changes.stream().anyMatch(change -> change.change() instanceof Change.RenameTable);
    if (!renamed) {
      return;
    }
    for (RequestedChange change : changes) {
      if (goesOn(change.change())) {
        problems.add(
            change.path(),
            at,
            change.change().operation().text()
                + " goes on under the table's name after the release; put rename_table into a"
                + " release of its own");
      }
    }
  }

  private static boolean goesOn(Change change) {
    return change instanceof Change.DropColumn
        || change instanceof Change.ChangeTypeNarrowing
        || change instanceof Change.RenameColumn rename
            && rename.strategy() != RenameStrategy.IN_PLACE;
  }
}
