package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import java.util.Optional;

/** What Trino's connector has no statement for, so that Spark or Kernel does it. */
final class TrinoStatements {
  private TrinoStatements() {}

  static void note(Change change, DeltaTable table, PlanContext context, Findings findings) {
    if (context.uses("trino") && missing(change)) {
      findings.add(
          FindingCode.ENGINE_HAS_NO_STATEMENT,
          "Trino has no statement for " + change.operation().text() + " of a Delta table like this",
          "DeltaLakeMetadata",
          table.mapped() ? FindingCode.ENGINE_HAS_NO_STATEMENT.fix() : "Run it through Spark");
    }
  }

  private static boolean missing(Change change) {
    if (change instanceof Change.AddColumn add) {
      return add.position() != null || add.column().nested();
    }
    return switch (change.operation()) {
      case WIDEN_TYPE,
          SET_DEFAULT,
          DROP_DEFAULT,
          MOVE_COLUMN,
          SET_SORT_ORDER,
          SET_PROPERTIES,
          UPGRADE_FORMAT ->
          true;
      case DROP_COLUMN, RENAME_COLUMN, SET_NULLABLE, SET_COMMENT -> nested(change.subject());
      default -> false;
    };
  }

  private static boolean nested(Optional<ColumnPath> column) {
    return column.map(ColumnPath::nested).orElse(false);
  }
}
