package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.RemovalRules;
import io.stillwater.planning.rules.ViewRules;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** Dropping and renaming: metadata alone, while the files stay what they are. */
final class NameRules {
  private final TableModel table;
  private final PlanContext context;
  private final HiveTable hive;
  private final Findings findings;
  private final HiveColumns uses;
  private final HiveEngines engines;

  NameRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.hive = new HiveTable(table);
    this.findings = findings;
    this.uses = new HiveColumns(table, findings);
    this.engines = new HiveEngines(context, findings);
  }

  void drop(Change.DropColumn drop) {
    GraceRules.judge(drop.gracePeriod(), context, findings);
    Optional<FieldAt> at = uses.requireWhole(drop.column());
    if (at.isEmpty() || uses.refusedAsPartition(drop.column())) {
      return;
    }
    uses.refuseIfLayout(drop.column());
    List<Column> held = hive.dataColumns();
    if (held.size() == 1) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.LAST_COLUMN,
          drop.column() + " is the only one of its kind",
          "Trino: Cannot drop the only non-partition column in a table");
      return;
    }
    if (!held.get(held.size() - 1).name().equals(drop.column().leaf())) {
      uses.refuseIfByPosition("columns after " + drop.column() + " would move to its place");
      uses.requireCompatible(ColumnEdits.drop(table.columns(), drop.column()));
    }
    findings.add(
        FindingCode.HIVE_DATA_COMES_BACK,
        "values of " + drop.column() + " stay in the files of " + table.name(),
        null);
    RemovalRules.dropColumn(drop, table.name(), findings);
    uses.notePartitions();
    uses.noteTransactional();
  }

  void rename(Change.RenameColumn rename) {
    GraceRules.judge(rename.gracePeriod(), context, findings);
    Optional<FieldAt> at = uses.requireWhole(rename.column());
    if (at.isEmpty()) {
      return;
    }
    uses.columns().refuseIfTaken(rename.target());
    switch (rename.strategy()) {
      case EXPAND_CONTRACT ->
          findings.refuse(
              HiveColumns.HIVE,
              FindingCode.HIVE_NO_COPY,
              "values of " + rename.column() + " cannot be copied within " + table.name(),
              null);
      case IN_PLACE -> inPlace(rename);
      case VIEW -> ViewRules.judge(rename, context, findings);
    }
  }

  private void inPlace(Change.RenameColumn rename) {
    ColumnPath column = rename.column();
    if (uses.refusedAsPartition(column)) {
      return;
    }
    uses.refuseIfLayout(column);
    if (!hive.knownEmpty()) {
      judgeFiles(rename);
    }
    RemovalRules.renameInPlace(rename, table.name(), findings);
    uses.notePartitions();
    uses.noteTransactional();
  }

  private void judgeFiles(Change.RenameColumn rename) {
    switch (hive.access()) {
      case NAME ->
          findings.refuse(
              HiveColumns.HIVE,
              FindingCode.HIVE_READS_BY_NAME,
              "files of " + table.name() + " have " + rename.column() + ", not " + rename.to(),
              "columns of " + hive.storage() + " are found by name");
      case EITHER -> byEither(rename);
      case UNKNOWN ->
          findings.add(
              FindingCode.HIVE_FORMAT_UNKNOWN,
              "whether files of " + table.name() + " are read by name is not known",
              null);
      case POSITION -> {
        // Whatever the column is called, it is found where it stands.
      }
    }
  }

  private void byEither(Change.RenameColumn rename) {
    if (hive.storage() == StorageFormat.ORC) {
      engines.renamedInOrc(rename.to());
      findings.add(
          FindingCode.HIVE_ORC_NAMES,
          "readers of " + table.name() + " differ in what " + rename.to() + " is in old files",
          "Trino by position, hive.orc.use-column-names; Spark by name");
    } else {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.HIVE_READS_BY_NAME,
          "some readers of " + table.name() + " look for " + rename.to() + " by name",
          "parquet.column.index.access, hive.parquet.use-column-names");
    }
  }
}
