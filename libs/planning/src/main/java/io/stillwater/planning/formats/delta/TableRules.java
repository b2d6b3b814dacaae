package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.CreationRules;
import io.stillwater.planning.rules.LibraryVersions;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.TableChangeRules;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Set;

/** Changes of the table as a whole. */
final class TableRules extends TableChangeRules {
  /** Named by their own statements, or kept by the format itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "location",
          "provider",
          "clusteringColumns",
          "delta.columnMapping.maxColumnId",
          "delta.minReaderVersion",
          "delta.minWriterVersion");

  private static final Set<String> RETENTION = Set.of(DeltaRetention.LOG, DeltaRetention.FILES);

  /** The last writer version that stands for features by its number. */
  private static final int LAST_NUMBER = 6;

  private final DeltaTable delta;
  private final DeltaEngines engines;

  TableRules(DeltaTable table, PlanContext context, Findings findings, DeltaEngines engines) {
    super(table.model(), context, findings);
    this.delta = table;
    this.engines = engines;
  }

  @Override
  protected void property(String name, String value) {
    boolean own = name.startsWith("stillwater.");
    if (own || RESERVED.contains(name) || name.startsWith(DeltaTable.CONSTRAINTS)) {
      findings.refuse(
          own ? "stillwater" : DeltaColumns.DELTA,
          FindingCode.RESERVED_PROPERTY,
          "property " + name + " cannot be set",
          name.startsWith(DeltaTable.CONSTRAINTS) ? "DELTA_ADD_CONSTRAINTS" : null);
    } else if (name.equals(DeltaTable.MAPPING_MODE)) {
      mappingMode(value == null ? "none" : value);
    } else if (RETENTION.contains(name)) {
      findings.add(
          FindingCode.RETENTION_PROPERTY, name + " decides how long versions are kept", null);
    }
  }

  /** {@code DeltaColumnMapping.allowMappingModeChange}; taking it away rewrites every file. */
  private void mappingMode(String mode) {
    String before = delta.mappingMode();
    if (mode.equals(before) || before.equals("none") && mode.equals("name")) {
      return;
    }
    if (!mode.equals("none")) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.MAPPING_MODE,
          "column mapping of " + table.name() + " cannot go from " + before + " to " + mode,
          "DELTA_UNSUPPORTED_COLUMN_MAPPING_MODE_CHANGE");
      return;
    }
    LibraryVersions.olderThan(context, "delta", 3, 3)
        .ifPresent(
            engine ->
                findings.refuse(
                    engine,
                    FindingCode.MAPPING_MODE,
                    engine + " does not take column mapping away",
                    "RemoveColumnMappingCommand is there from Delta 3.3 on"));
    new DeltaColumns(delta, findings).refuseUnfitNames();
    RestoreNotes.add(
        delta,
        "every file of " + table.name() + " is rewritten under its columns' names",
        findings);
  }

  @Override
  protected void upgrade(int version) {
    int current = delta.protocol().minWriter();
    findings.add(
        FindingCode.VERSION_IS_PROTOCOL,
        "version " + version + " of " + table.name() + " is read as writer " + version,
        "its protocol is " + delta.protocol());
    if (version == current) {
      return;
    }
    if (version < current) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.NO_DOWNGRADE,
          table.name() + " has writer " + current + " and cannot go back to " + version,
          delta.protocol().toString());
    } else if (version > LAST_NUMBER) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.UNKNOWN_VERSION,
          "writer " + version + " stands for no features by itself",
          "Delta leaves a protocol as it is that is asked for writer 7 and names no feature",
          "Name the feature: set_properties {delta.feature.<name>: supported}");
    } else {
      DeltaProtocol before = delta.protocol();
      Set<DeltaFeature> added =
          DeltaProtocol.impliedBy(DeltaUpgrade.readerOf(version, before), version);
      added.removeAll(before.implied());
      ProtocolRules.raised(delta, added, findings);
      engines.requireFeatures(added, before);
    }
  }

  @Override
  protected void rename(Change.RenameTable rename) {
    super.rename(rename);
    if (engines.usesTrino()) {
      findings.add(
          FindingCode.MANAGED_RENAME,
          "Trino may refuse to rename " + table.name(),
          "DeltaLakeMetadata.renameTable");
    }
  }

  @Override
  protected void create(Change.CreateTable create) {
    CreationRules.judge(
        create,
        table.withSpec(List.of()).withSortOrder(List.of()),
        findings,
        (add, growing, inside) -> new AddColumnRules(DeltaTable.of(growing), inside).judge(add),
        TableRules::partition);
  }

  private static void partition(PartitionTransform field, TableModel growing, Findings inside) {
    CreationRules.requireColumn(
        field,
        DeltaColumns.columns(DeltaTable.of(growing), inside),
        inside,
        DeltaColumns.DELTA,
        "PARTITIONED BY takes plain columns only");
  }
}
