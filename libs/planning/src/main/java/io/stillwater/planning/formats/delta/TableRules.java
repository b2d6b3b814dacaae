package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.CreationRules;
import io.stillwater.planning.rules.LibraryVersions;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.WholeTableRules;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Set;

/** Changes of the table as a whole. */
final class TableRules {
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

  private final DeltaTable table;
  private final PlanContext context;
  private final Findings findings;
  private final DeltaEngines engines;

  TableRules(DeltaTable table, PlanContext context, Findings findings, DeltaEngines engines) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.engines = engines;
  }

  void judge(Change change) {
    if (change instanceof Change.SetProperties set) {
      set.properties().forEach(this::property);
    } else if (change instanceof Change.UpgradeFormat upgrade) {
      upgrade(upgrade.version());
    } else if (change instanceof Change.CreateTable create) {
      create(create);
    } else if (change instanceof Change.RenameTable rename) {
      WholeTableRules.rename(rename, table.model(), context, findings);
      if (engines.usesTrino()) {
        findings.add(
            FindingCode.MANAGED_RENAME,
            "Trino may refuse to rename " + table.model().name(),
            "DeltaLakeMetadata.renameTable");
      }
    } else if (change instanceof Change.DropTable drop) {
      WholeTableRules.drop(drop, table.model(), context, findings);
    }
  }

  private void property(String name, String value) {
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
    String before = table.mappingMode();
    if (mode.equals(before) || before.equals("none") && mode.equals("name")) {
      return;
    }
    if (!mode.equals("none")) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.MAPPING_MODE,
          "column mapping of " + table.model().name() + " cannot go from " + before + " to " + mode,
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
    new DeltaColumns(table, findings).refuseUnfitNames();
    RestoreNotes.add(
        table,
        "every file of " + table.model().name() + " is rewritten under its columns' names",
        findings);
  }

  private void upgrade(int version) {
    int current = table.protocol().minWriter();
    findings.add(
        FindingCode.VERSION_IS_PROTOCOL,
        "version " + version + " of " + table.model().name() + " is read as writer " + version,
        "its protocol is " + table.protocol());
    if (version == current) {
      return;
    }
    if (version < current) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.NO_DOWNGRADE,
          table.model().name() + " has writer " + current + " and cannot go back to " + version,
          table.protocol().toString());
    } else if (version > LAST_NUMBER) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.UNKNOWN_VERSION,
          "writer " + version + " stands for no features by itself",
          "Delta leaves a protocol as it is that is asked for writer 7 and names no feature",
          "Name the feature: set_properties {delta.feature.<name>: supported}");
    } else {
      DeltaProtocol before = table.protocol();
      Set<DeltaFeature> added =
          DeltaProtocol.impliedBy(DeltaUpgrade.readerOf(version, before), version);
      added.removeAll(before.implied());
      ProtocolRules.raised(table, added, findings);
      engines.requireFeatures(added, before);
    }
  }

  private void create(Change.CreateTable create) {
    CreationRules.judge(
        create,
        table.model().withSpec(List.of()).withSortOrder(List.of()),
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
