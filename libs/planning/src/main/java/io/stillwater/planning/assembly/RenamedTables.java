package io.stillwater.planning.assembly;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.gates.QualitySpec;
import io.stillwater.planning.steps.StepDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Quality checks run after the changes: a table that is renamed has its new name by then. */
final class RenamedTables {
  private final Map<String, String> newNames = new HashMap<>();
  private final Findings findings;

  RenamedTables(List<TableOutcome> tables, Findings findings) {
    this.findings = findings;
    for (TableOutcome table : tables) {
      table.planned().stream()
          .flatMap(change -> change.steps().stream())
          .map(StepDraft::arguments)
          .filter(StepArguments.RenameTable.class::isInstance)
          .map(StepArguments.RenameTable.class::cast)
          .forEach(rename -> newNames.put(table.table().toString(), rename.to()));
    }
  }

  void judge(List<QualitySpec> checks) {
    for (QualitySpec check : checks) {
      refuse(check.table().toString(), "the quality checks of " + check.table());
      if (check.tests().get("referential") instanceof Map<?, ?> keys) {
        keys.forEach((key, column) -> referential(check, String.valueOf(column)));
      }
    }
  }

  /** A path of table and column; another text is the validator's to refuse. */
  private void referential(QualitySpec check, String column) {
    ColumnPath path = ColumnPath.parse(column);
    for (var up = path.parent(); up.isPresent(); up = up.get().parent()) {
      if (up.get().parts().size() >= 3) {
        TableName table = TableName.parse(up.get().toString());
        refuse(table.toString(), "the referential check of " + check.table());
      }
    }
  }

  private void refuse(String table, String check) {
    String renamed = newNames.get(table);
    if (renamed != null) {
      findings.add(
          FindingCode.CHECK_OF_OLD_NAME,
          check + " names " + table + ", which is " + renamed + " by then",
          null);
    }
  }
}
