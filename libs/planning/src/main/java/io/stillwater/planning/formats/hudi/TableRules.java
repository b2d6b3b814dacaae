package io.stillwater.planning.formats.hudi;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.CreationRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.TableChangeRules;
import io.stillwater.planning.schema.TableModel;
import java.util.Map;
import java.util.Set;

/** Changes of layout, properties and the table itself. */
final class TableRules extends TableChangeRules {
  /** Of what a release can name; tables of version 0 are of Hudi 0.5. */
  private static final int OLDEST_VERSION = 1;

  private static final int NEWEST_VERSION = 9;

  /** What {@code hoodie.properties} fixes when the table is made. */
  private static final Set<String> FIXED =
      Set.of(
          "hoodie.datasource.write.recordkey.field",
          "hoodie.datasource.write.partitionpath.field",
          "hoodie.datasource.write.precombine.field",
          "hoodie.datasource.write.table.type",
          "hoodie.datasource.write.keygenerator.class",
          "primaryKey",
          "preCombineField",
          "orderingFields");

  private static final Set<String> RETENTION =
      Set.of("hoodie.keep.min.commits", "hoodie.keep.max.commits", "hoodie.commits.archival.batch");

  private final HudiTable hudi;
  private final HudiEngines engines;

  TableRules(TableModel table, PlanContext context, Findings findings) {
    super(table, context, findings);
    this.hudi = HudiTable.of(table);
    this.engines = new HudiEngines(table, context, findings);
  }

  @Override
  protected void property(String name, String value) {
    if (name.equals(HudiTable.SCHEMA_ON_READ)) {
      schemaOnRead(Boolean.parseBoolean(value));
    } else if (name.startsWith("stillwater.") || fixed(name)) {
      findings.refuse(
          name.startsWith("stillwater.") ? "stillwater" : HudiColumns.HUDI,
          FindingCode.RESERVED_PROPERTY,
          "property " + name + " cannot be set",
          "HoodieTableConfig");
    } else if (name.startsWith("hoodie.clean") || RETENTION.contains(name)) {
      findings.add(
          FindingCode.RETENTION_PROPERTY, name + " decides how long commits are kept", null);
    }
  }

  private static boolean fixed(String name) {
    return name.startsWith("hoodie.table.") || FIXED.contains(name);
  }

  private void schemaOnRead(boolean on) {
    if (on != hudi.schemaOnRead()) {
      findings.add(
          FindingCode.HUDI_SCHEMA_ON_READ_FINAL,
          on
              ? table.name() + " keeps schema on read from now on"
              : table.name() + " loses renamed and dropped columns' history",
          "schema_evolution.md: cannot be disabled once enabled; hudi#7421");
    }
  }

  void layout(Change.OfLayout change) {
    if (change instanceof Change.SetSortOrder sort) {
      sort(sort);
    } else {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.HUDI_PARTITIONING,
          table.name() + " is partitioned by " + hudi.partitions() + " and stays so",
          "schema_evolution.md: partition columns cannot be evolved");
    }
  }

  private void sort(Change.SetSortOrder sort) {
    if (!sort.order().equals(table.sortOrder())) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.TRANSFORM_NOT_APPLICABLE,
          table.name() + " keeps no sort order",
          "clustering sorts, by hoodie.clustering.plan.strategy.sort.columns of its writer");
    }
  }

  @Override
  protected void upgrade(int version) {
    Integer current = hudi.version();
    if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.UNKNOWN_VERSION,
          "Hudi has no table version " + version,
          "HoodieTableVersion: versions " + OLDEST_VERSION + " to " + NEWEST_VERSION);
      return;
    }
    if (current == null) {
      findings.add(
          FindingCode.HUDI_VERSION_UNKNOWN,
          "the version that " + table.name() + " has is not known",
          HudiTable.VERSION + " is not among its properties");
    } else if (current == version) {
      return;
    }
    findings.add(
        FindingCode.HUDI_TABLE_VERSION,
        table.name()
            + " changes from version "
            + (current == null ? "?" : current)
            + " to "
            + version,
        "UpgradeDowngrade");
    engines.tableVersion(version);
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
                new HudiColumns(growing, inside).columns(),
                inside,
                HudiColumns.HUDI,
                "HoodieCatalog.convertTransforms"));
  }

  /** Whether the change turns schema on read on. */
  static boolean turnsOn(Map<String, String> properties) {
    return Boolean.parseBoolean(properties.get(HudiTable.SCHEMA_ON_READ));
  }
}
