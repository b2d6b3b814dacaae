package io.stillwater.planning.formats.iceberg;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.CreationRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.TableChangeRules;
import io.stillwater.planning.schema.ColumnTree;
import io.stillwater.planning.schema.TableModel;
import java.util.Set;

/** Changes of the table as a whole. */
final class TableRules extends TableChangeRules {
  private static final int NEWEST_VERSION = 3;

  /** Iceberg's TableProperties.RESERVED_PROPERTIES. */
  private static final Set<String> RESERVED =
      Set.of(
          "format-version",
          "uuid",
          "snapshot-count",
          "current-snapshot-summary",
          "current-snapshot-id",
          "current-snapshot-timestamp-ms",
          "current-schema",
          "default-partition-spec",
          "default-sort-order");

  private static final String METRICS_OF_COLUMN = "write.metadata.metrics.column.";

  TableRules(TableModel table, PlanContext context, Findings findings) {
    super(table, context, findings);
  }

  @Override
  protected void property(String name, String value) {
    if (RESERVED.contains(name) || name.startsWith("stillwater.")) {
      findings.refuse(
          RESERVED.contains(name) ? IcebergColumns.ICEBERG : "stillwater",
          FindingCode.RESERVED_PROPERTY,
          "property " + name + " cannot be set",
          null);
    } else if (name.startsWith("history.expire.") || name.equals("gc.enabled")) {
      findings.add(
          FindingCode.RETENTION_PROPERTY, name + " decides how long snapshots are kept", null);
    } else if (value != null && name.startsWith(METRICS_OF_COLUMN)) {
      metricsOf(name.substring(METRICS_OF_COLUMN.length()), name);
    }
  }

  /** MetricsConfig.validateReferencedColumns: the library refuses a column that is not there. */
  private void metricsOf(String column, String property) {
    if (!ColumnTree.names(table.columns()).contains(column)) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.PROPERTY_OF_NO_COLUMN,
          table.name() + " has no column " + column + ", which the property " + property + " names",
          "TestSchemaAndMappingUpdate.testModificationWithMetricsMetrics");
    }
  }

  @Override
  protected void upgrade(int version) {
    int current = table.formatVersion();
    if (version > NEWEST_VERSION || version < 1) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.UNKNOWN_VERSION,
          "Iceberg has no format version " + version,
          "versions 1 to " + NEWEST_VERSION);
    } else if (version < current) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.NO_DOWNGRADE,
          table.name() + " has format version " + current + " and cannot go back to " + version,
          null);
    } else if (version > current) {
      findings.add(
          FindingCode.UPGRADE_IS_FINAL,
          table.name() + " cannot go back from version " + version + " to " + current,
          null);
      new EngineRules(table, context, findings).upgrade(version);
    }
  }

  @Override
  protected void create(Change.CreateTable create) {
    CreationRules.judge(
        create,
        table,
        findings,
        (add, growing, inside) -> new AddColumnRules(growing, context, inside).judge(add),
        (field, growing, inside) -> new LayoutRules(growing, inside).create(field));
  }
}
