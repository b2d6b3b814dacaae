package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.Columns;
import java.util.List;
import java.util.Set;

/** What Delta's own use of a column, or of its name, forbids. */
final class DeltaColumns {
  static final String DELTA = "delta";

  /** {@code SchemaUtils.findInvalidColumnNames}: Parquet's names without column mapping. */
  private static final String FORBIDDEN = " ,;{}()\n\t=";

  /** {@code CDCReader.CDC_COLUMNS_IN_DATA} and those that it adds when reading. */
  private static final Set<String> CHANGE_FEED =
      Set.of("_change_type", "_commit_version", "_commit_timestamp");

  private static final String REWRITE = "Copy into a new table that is laid out as wanted";

  private final DeltaTable table;
  private final Findings findings;

  DeltaColumns(DeltaTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /** Delta changes what is inside a map's key as it changes everything else. */
  static Columns columns(DeltaTable table, Findings findings) {
    return new Columns(table.model(), findings, DELTA, false);
  }

  void refuseWithoutMapping(ColumnPath column, String what) {
    if (!table.mapped()) {
      findings.refuse(
          DELTA,
          FindingCode.COLUMN_MAPPING_NEEDED,
          table.model().name() + " has no column mapping, so that " + column + " cannot be " + what,
          DeltaTable.MAPPING_MODE + "=none; " + table.protocol());
    }
  }

  /** Refuses where a CHECK constraint or a generated column would break. */
  void refuseInExpression(ColumnPath column) {
    table
        .expressionOn(column)
        .ifPresent(
            entry ->
                findings.refuse(
                    DELTA,
                    FindingCode.DEPENDENT_EXPRESSION,
                    entry.getKey() + " of " + table.model().name() + " uses " + column,
                    entry.getValue()));
    if (table.hidesExpressions()) {
      findings.add(
          FindingCode.EXPRESSIONS_UNKNOWN,
          "whether a generated column of " + table.model().name() + " uses " + column,
          "table feature " + DeltaFeature.GENERATED_COLUMNS.text());
    }
  }

  /** Refuses to take away what the files' layout needs. */
  void refuseInLayout(ColumnPath column) {
    List<ColumnPath> partitions = table.partitionColumns();
    if (partitions.stream().anyMatch(source -> Columns.within(column, source))) {
      findings.refuse(
          DELTA,
          FindingCode.PARTITION_SOURCE,
          table.model().name() + " is partitioned by " + column + " for good",
          "partition columns " + partitions,
          REWRITE);
    }
    List<ColumnPath> clustering = table.clusteringColumns();
    if (clustering.stream().anyMatch(source -> Columns.within(column, source))) {
      findings.refuse(
          DELTA,
          FindingCode.CLUSTERING_COLUMN,
          table.model().name() + " is clustered by " + column,
          "clustering columns " + clustering);
    }
  }

  void refuseIdentity(ColumnPath column) {
    if (table.identity(column)) {
      findings.refuse(
          DELTA,
          FindingCode.GENERATED_IDENTITY,
          column + " is an identity column",
          "DELTA_IDENTITY_COLUMNS_ALTER_COLUMN_NOT_SUPPORTED");
    }
  }

  /** Refuses a name that a sibling has, that Parquet cannot hold, or that is the change feed's. */
  void refuseName(ColumnPath path, LakeType type) {
    columns(table, findings).refuseIfTaken(path);
    if (!table.mapped() && (unfit(path.leaf()) || unfitInside(type))) {
      findings.refuse(
          DELTA,
          FindingCode.NAME_NEEDS_MAPPING,
          "'" + path + "' is no name without column mapping",
          "DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES");
    }
    if (table.changeFeed() && !path.nested() && CHANGE_FEED.contains(path.leaf())) {
      findings.refuse(
          DELTA,
          FindingCode.CHANGE_FEED_NAME,
          path + " is a column of the change data feed",
          "delta.enableChangeDataFeed=true");
    }
  }

  /** Refuses where columns have names that only column mapping allows. */
  void refuseUnfitNames() {
    table.model().columns().stream()
        .filter(column -> unfit(column.name()) || unfitInside(column.type()))
        .findFirst()
        .ifPresent(
            column ->
                findings.refuse(
                    DELTA,
                    FindingCode.NAME_NEEDS_MAPPING,
                    "'" + column.name() + "' has names that need column mapping",
                    "DELTA_INVALID_COLUMN_NAMES_WHEN_REMOVING_COLUMN_MAPPING"));
  }

  private static boolean unfit(String name) {
    return name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0);
  }

  private static boolean unfitInside(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream()
          .anyMatch(field -> unfit(field.name()) || unfitInside(field.type()));
    }
    if (type instanceof LakeType.Array array) {
      return unfitInside(array.element());
    }
    return type instanceof LakeType.Map map && (unfitInside(map.key()) || unfitInside(map.value()));
  }
}
