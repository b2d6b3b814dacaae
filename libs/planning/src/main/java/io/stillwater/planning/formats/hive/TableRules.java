package io.stillwater.planning.formats.hive;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.CreationRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.TableChangeRules;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Changes of layout, properties and the table itself. */
final class TableRules extends TableChangeRules {
  /** Settings that change what readers and writers make of the files. */
  private static final Set<String> READING =
      Set.of(
          "external",
          "external.table.purge",
          "transactional",
          "transactional_properties",
          "bucketing_version",
          "skip.header.line.count",
          "skip.footer.line.count",
          "serialization.format",
          "serialization.null.format",
          "field.delim",
          "line.delim",
          "escape.delim");

  private static final List<String> READING_FAMILIES = List.of("avro.", "orc.", "parquet.", "csv.");

  private final HiveTable hive;
  private final HiveColumns uses;

  TableRules(TableModel table, PlanContext context, Findings findings) {
    super(table, context, findings);
    this.hive = new HiveTable(table);
    this.uses = new HiveColumns(table, findings);
  }

  @Override
  protected void property(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("stillwater.")) {
      reserved("stillwater", name);
    } else if (lower.equals(HiveTable.STORAGE) || lower.startsWith("hive.")) {
      reserved(HiveColumns.HIVE, name);
    } else if (READING.contains(lower) || READING_FAMILIES.stream().anyMatch(lower::startsWith)) {
      findings.add(
          FindingCode.HIVE_READING_PROPERTY,
          name + " decides how files of " + table.name() + " are read",
          null);
    }
  }

  private void reserved(String by, String name) {
    findings.refuse(
        by,
        FindingCode.RESERVED_PROPERTY,
        "property " + name + " cannot be set",
        "it describes the files, the metastore or the engine, not the table");
  }

  @Override
  protected void upgrade(int version) {
    findings.refuse(
        HiveColumns.HIVE,
        FindingCode.UNKNOWN_VERSION,
        "a Hive table has no format version, so none is " + version,
        null);
  }

  void layout(Change.OfLayout change) {
    if (change instanceof Change.SetSortOrder sort) {
      sort(sort);
    } else {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.HIVE_PARTITION_COLUMN,
          table.name() + " is partitioned by " + table.activeSpec() + " and stays so",
          "HiveAlterHandler: partition keys can not be changed");
    }
  }

  private void sort(Change.SetSortOrder sort) {
    if (!sort.order().equals(table.sortOrder())) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.HIVE_LAYOUT_COLUMN,
          "files of " + table.name() + " would not be sorted as the metastore says",
          "SORTED BY is part of CLUSTERED BY, and changes no file");
    }
  }

  @Override
  protected void rename(Change.RenameTable rename) {
    super.rename(rename);
    if (!hive.external()) {
      findings.add(
          FindingCode.HIVE_MOVES_DIRECTORY,
          "the files of " + table.name() + " move with its name",
          "HiveAlterHandler.alterTable renames the directory of a managed table");
    }
  }

  @Override
  protected void drop(Change.DropTable drop) {
    super.drop(drop);
    findings.add(
        hive.filesGo() ? FindingCode.HIVE_FILES_GO : FindingCode.HIVE_FILES_STAY,
        "the files of " + table.name() + (hive.filesGo() ? " go with it" : " stay"),
        hive.external() ? "EXTERNAL=TRUE" : "not EXTERNAL");
  }

  @Override
  protected void create(Change.CreateTable create) {
    CreationRules.judge(
        create,
        table,
        findings,
        (add, growing, inside) -> new AddColumnRules(growing, context, inside).judge(add),
        (field, growing, inside) ->
            CreationRules.requireColumn(
                field,
                new HiveColumns(growing, inside).columns(),
                inside,
                HiveColumns.HIVE,
                "Hive partitions by columns"));
  }
}
