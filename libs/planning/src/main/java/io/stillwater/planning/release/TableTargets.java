package io.stillwater.planning.release;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.Location;
import io.stillwater.planning.document.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds changes of different tables that lead to one name. */
final class TableTargets {
  private TableTargets() {}

  static void check(List<TableChanges> tables, Problems problems, Location at) {
    Map<TableName, RequestedChange> taken = new HashMap<>();
    for (TableChanges table : tables) {
      for (RequestedChange change : table.changes()) {
        TableName name = target(table, change.change());
        RequestedChange earlier = name == null ? null : taken.putIfAbsent(name, change);
        if (earlier != null) {
          problems.add(
              change.path(),
              at,
              change.change().operation().text()
                  + " leads to "
                  + name
                  + ", as "
                  + earlier.path()
                  + " does; choose another name");
        }
      }
    }
  }

  private static TableName target(TableChanges table, Change change) {
    if (change instanceof Change.CreateTable) {
      return table.table();
    }
    return change instanceof Change.RenameTable rename ? rename.to() : null;
  }
}
