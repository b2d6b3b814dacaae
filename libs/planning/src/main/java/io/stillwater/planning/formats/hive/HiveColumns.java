package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** What the metastore and the layout of the files forbid of any column. */
final class HiveColumns {
  static final String HIVE = "hive";

  private final TableModel table;
  private final HiveTable hive;
  private final Findings findings;
  private final Columns columns;

  HiveColumns(TableModel table, Findings findings) {
    this.table = table;
    this.hive = new HiveTable(table);
    this.findings = findings;
    this.columns = new Columns(table, findings, HIVE);
  }

  Columns columns() {
    return columns;
  }

  /** A column of its own, whose table has its columns in the metastore. */
  Optional<FieldAt> requireWhole(ColumnPath path) {
    Optional<FieldAt> at = columns.requireNamed(path);
    if (at.isEmpty() || refusedElsewhere()) {
      return Optional.empty();
    }
    if (path.nested()) {
      findings.refuse(
          HIVE,
          FindingCode.HIVE_NESTED,
          path + " is a field inside a column",
          "Hive's CHANGE COLUMN takes a column and its whole type");
      return Optional.empty();
    }
    return at;
  }

  boolean refusedElsewhere() {
    if (hive.schemaElsewhere()) {
      findings.refuse(
          HIVE,
          FindingCode.HIVE_SCHEMA_ELSEWHERE,
          table.name() + " has its columns from an Avro schema",
          "Trino: ALTER TABLE not supported when Avro schema url is set");
    }
    return hive.schemaElsewhere();
  }

  boolean refusedAsPartition(ColumnPath path) {
    boolean partition = hive.isPartition(path);
    if (partition) {
      findings.refuse(
          HIVE,
          FindingCode.HIVE_PARTITION_COLUMN,
          table.name() + " is partitioned by " + path,
          "HiveAlterHandler: partition keys can not be changed");
    }
    return partition;
  }

  void refuseIfLayout(ColumnPath path) {
    if (hive.isLayout(path)) {
      findings.refuse(
          HIVE,
          FindingCode.HIVE_LAYOUT_COLUMN,
          table.name() + " is bucketed or sorted by " + path,
          "partition spec " + table.activeSpec() + ", sort order " + table.sortOrder());
    }
  }

  /**
   * The metastore compares types by their names, place by place, as far as both lists go ({@code
   * DefaultIncompatibleTableChangeHandler}).
   *
   * @param after all columns as they would be
   */
  void requireCompatible(List<Column> after) {
    if (!hive.metastoreChecks()) {
      return;
    }
    List<Column> old = hive.dataColumns();
    List<Column> changed = hive.dataColumns(after);
    for (int i = 0; i < Math.min(old.size(), changed.size()); i++) {
      Column before = old.get(i);
      Column now = changed.get(i);
      if (!TypeLattice.metastoreCompatible(before.type(), now.type())) {
        findings.refuse(
            HIVE,
            FindingCode.HIVE_METASTORE_TYPES,
            "place %d of %s would change from %s %s to %s %s"
                .formatted(
                    i + 1,
                    table.name(),
                    before.name(),
                    before.type().text(),
                    now.name(),
                    now.type().text()),
            HiveTable.CHECKED + " is not false");
        return;
      }
    }
  }

  /** Refuses what moves columns where a reader goes by position. */
  void refuseIfByPosition(String what) {
    HiveTable.Access access = hive.access();
    if (hive.knownEmpty()) {
      return;
    }
    if (access == HiveTable.Access.POSITION || access == HiveTable.Access.EITHER) {
      findings.refuse(
          HIVE,
          FindingCode.HIVE_READS_BY_POSITION,
          what,
          "columns of " + hive.storage() + " are found by position");
    } else if (access == HiveTable.Access.UNKNOWN) {
      unverified(what + ", and how its files are read is not known");
    }
  }

  void unverified(String what) {
    findings.add(FindingCode.HIVE_UNVERIFIED, what, "storage.format " + hive.storage());
  }

  /** Partitions keep columns of their own until the change cascades to them. */
  void notePartitions() {
    if (hive.partitioned()) {
      findings.add(
          FindingCode.HIVE_PARTITIONS_KEEP_COLUMNS,
          "partitions of " + table.name() + " keep the columns that they were made with",
          "Trino's HiveWriterFactory writes into a partition by that partition's columns");
    }
  }

  void noteTransactional() {
    if (hive.transactional()) {
      findings.add(
          FindingCode.HIVE_TRANSACTIONAL, table.name() + " is transactional", "transactional=true");
    }
  }
}
