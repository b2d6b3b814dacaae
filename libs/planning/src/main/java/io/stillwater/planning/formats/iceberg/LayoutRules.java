package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.LayoutChangeRules;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Partition spec and sort order: metadata for new files, never a rewrite of old ones. */
final class LayoutRules extends LayoutChangeRules {
  private final TableModel table;
  private final Findings findings;
  private final Columns columns;

  LayoutRules(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
  }

  @Override
  protected void add(PartitionTransform field) {
    requireNew(field, table.activeSpec());
    warn(field);
  }

  /** In a new table Iceberg takes one time of a column only; a later spec may have several. */
  void create(PartitionTransform field) {
    add(field);
    table.activeSpec().stream()
        .filter(other -> !field.equals(other) && isTime(field.kind()) && isTime(other.kind()))
        .filter(other -> field.source().equals(other.source()))
        .findFirst()
        .ifPresent(
            other ->
                findings.refuse(
                    IcebergColumns.ICEBERG,
                    FindingCode.PARTITION_FIELD_EXISTS,
                    field + " and " + other + " are two times of one column",
                    "PartitionSpec: cannot add redundant partition"));
  }

  @Override
  protected void drop(PartitionTransform field) {
    columns.requirePartitionField(field);
    warn(field);
  }

  @Override
  protected void replace(PartitionTransform from, PartitionTransform to) {
    columns.requirePartitionField(from);
    requireNew(to, table.activeSpec().stream().filter(field -> !field.equals(from)).toList());
    warn(from);
  }

  @Override
  protected void sort(List<SortField> order) {
    Set<SortField> seen = new HashSet<>();
    for (SortField field : order) {
      requireApplicable(field.term());
      if (!seen.add(field)) {
        findings.add(
            FindingCode.TRANSFORM_NOT_APPLICABLE, field + " stands in the order twice", null);
      }
    }
    findings.add(
        FindingCode.NEW_FILES_ONLY, "files of " + table.name() + " keep the order they have", null);
  }

  private void requireNew(PartitionTransform field, List<PartitionTransform> others) {
    requireApplicable(field);
    others.stream()
        .filter(field::equals)
        .findFirst()
        .ifPresent(
            other ->
                findings.refuse(
                    IcebergColumns.ICEBERG,
                    FindingCode.PARTITION_FIELD_EXISTS,
                    table.name() + " is partitioned by " + other,
                    "current partition spec " + table.activeSpec()));
    for (String name : PartitionNames.of(field)) {
      for (Column column : table.columns()) {
        if (column.name().equals(name)) {
          findings.refuse(
              IcebergColumns.ICEBERG,
              FindingCode.PARTITION_NAME_TAKEN,
              "the partition field would be named as the column " + name,
              null);
        }
      }
    }
  }

  private static boolean isTime(Kind kind) {
    return kind == Kind.YEAR || kind == Kind.MONTH || kind == Kind.DAY || kind == Kind.HOUR;
  }

  private void requireApplicable(PartitionTransform field) {
    Optional<FieldAt> at = columns.require(field.source());
    if (at.isEmpty()) {
      return;
    }
    boolean nested = at.get().inCollection();
    if (nested || field.kind() == Kind.VOID || !Transforms.applies(field.kind(), at.get().type())) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.TRANSFORM_NOT_APPLICABLE,
          field + " does not fit " + field.source(),
          nested ? "it stands in a list or map" : "its type is " + at.get().type().text());
    }
  }

  private void warn(PartitionTransform field) {
    findings.add(
        FindingCode.NEW_FILES_ONLY, "files of " + table.name() + " stay where they are", null);
    findings.add(
        FindingCode.DYNAMIC_OVERWRITE,
        "INSERT OVERWRITE in dynamic mode meets other partitions than before " + field,
        null);
  }
}
