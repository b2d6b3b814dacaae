package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.schema.TableModel;
import java.util.List;

/** What Iceberg's own use of a column forbids. */
final class IcebergColumns {
  static final String ICEBERG = "iceberg";

  private final TableModel table;
  private final Findings findings;

  IcebergColumns(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static Columns columns(TableModel table, Findings findings) {
    return new Columns(table, findings, ICEBERG);
  }

  /** Refuses where the column, or something inside it, is one that the table cannot do without. */
  void refuseIfUsed(ColumnPath path) {
    table.identifiers().stream()
        .filter(identifier -> Columns.within(path, identifier))
        .findFirst()
        .ifPresent(
            identifier ->
                findings.refuse(
                    ICEBERG,
                    FindingCode.IDENTIFIER_COLUMN,
                    identifier + " identifies the rows of " + table.name(),
                    "identifier columns " + table.identifiers()));
    table.activeSpec().stream()
        .filter(field -> Columns.within(path, field.source()))
        .findFirst()
        .ifPresent(
            field ->
                findings.refuse(
                    ICEBERG,
                    FindingCode.PARTITION_SOURCE,
                    table.name() + " is partitioned by " + field,
                    "current partition spec " + table.activeSpec()));
    table.sortOrder().stream()
        .filter(field -> Columns.within(path, field.term().source()))
        .findFirst()
        .ifPresent(
            field ->
                findings.refuse(
                    ICEBERG,
                    FindingCode.SORT_SOURCE,
                    table.name() + " is sorted by " + field,
                    "sort order " + table.sortOrder()));
  }

  /** Refuses a name that a sibling has, in any case, or that a partition field has. */
  void refuseIfTaken(ColumnPath path) {
    columns(table, findings).refuseIfTaken(path);
    if (!path.nested()) {
      PartitionNames.of(table).stream()
          .filter(name -> name.equalsIgnoreCase(path.leaf()))
          .findFirst()
          .ifPresent(
              name ->
                  findings.refuse(
                      ICEBERG,
                      FindingCode.PARTITION_NAME_TAKEN,
                      table.name() + " has a partition field named " + name,
                      "partition specs " + table.base().partitionSpecs()));
    }
  }

  /** Sources of old specs: engines before Iceberg 1.10 fail once such a column is gone. */
  List<PartitionTransform> oldSpecFields(ColumnPath path) {
    return table.oldSpecs().stream().filter(field -> Columns.within(path, field.source())).toList();
  }
}
