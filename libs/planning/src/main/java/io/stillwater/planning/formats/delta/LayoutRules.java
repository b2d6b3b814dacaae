package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.LayoutChangeRules;
import io.stillwater.planning.rules.LibraryVersions;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.FieldAt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Partition columns, which never change, and clustering, which is what Delta has for an order. */
final class LayoutRules extends LayoutChangeRules {
  /** {@code ClusteredTableUtils.validateNumClusteringColumns}. */
  private static final int MOST_COLUMNS = 4;

  private final DeltaTable table;
  private final PlanContext context;
  private final Findings findings;
  private final Columns columns;

  LayoutRules(DeltaTable table, PlanContext context, Findings findings) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.columns = DeltaColumns.columns(table, findings);
  }

  @Override
  protected void add(PartitionTransform field) {
    columns.require(field.source());
    refuseOther(field);
  }

  @Override
  protected void drop(PartitionTransform field) {
    columns.requirePartitionField(field);
    refuseOther(field);
  }

  @Override
  protected void replace(PartitionTransform from, PartitionTransform to) {
    columns.requirePartitionField(from);
    columns.require(to.source());
    refuseOther(to);
  }

  private void refuseOther(PartitionTransform field) {
    findings.refuse(
        DeltaColumns.DELTA,
        FindingCode.PARTITIONING_FIXED,
        "the partitioning of " + table.model().name() + " cannot change by " + field,
        "partition columns " + table.partitionColumns());
  }

  @Override
  protected void sort(List<SortField> order) {
    if (order.equals(table.model().sortOrder())) {
      return;
    }
    if (!table.partitionColumns().isEmpty()) {
      refuseClustering(
          "a partitioned table is not clustered",
          "DELTA_ALTER_TABLE_CLUSTER_BY_ON_PARTITIONED_TABLE_NOT_ALLOWED");
    }
    if (order.size() > MOST_COLUMNS) {
      refuseClustering(
          order.size() + " columns are too many to cluster by",
          "DELTA_CLUSTER_BY_INVALID_NUM_COLUMNS");
    }
    Set<Object> seen = new HashSet<>();
    for (SortField field : order) {
      requirePlain(field);
      if (!seen.add(field.term().source())) {
        refuseClustering(field.term() + " stands in the order twice", null);
      }
    }
    if (!table.protocol().supports(DeltaFeature.CLUSTERING)) {
      LibraryVersions.olderThan(context, "delta", 3, 3)
          .ifPresent(
              engine ->
                  refuseClustering(
                      "it was not created as clustered, and " + engine + " cannot make it so",
                      "DELTA_ALTER_TABLE_CLUSTER_BY_NOT_ALLOWED before Delta 3.3"));
    }
    findings.add(
        FindingCode.OPTIMIZE_NEEDED,
        "files of " + table.model().name() + " keep the order they have",
        null);
  }

  private void requirePlain(SortField field) {
    Optional<FieldAt> at = columns.require(field.term().source());
    if (field.term().kind() != Kind.IDENTITY || !field.ascending() || !field.nullsFirst()) {
      refuseClustering("'" + field + "' has a transform or direction, clustering has none", null);
    } else if (at.isPresent() && (at.get().inCollection() || !ordered(at.get().type()))) {
      refuseClustering(
          field.term() + " is " + at.get().type().text() + ", which has no statistics to skip by",
          "DELTA_CLUSTERING_COLUMNS_DATATYPE_NOT_SUPPORTED");
    }
  }

  /** {@code SkippingEligibleDataType}: neither boolean nor binary, nor what has parts. */
  private static boolean ordered(LakeType type) {
    return type instanceof LakeType.Decimal
        || type instanceof LakeType.Varchar
        || type instanceof LakeType.Primitive
            && type != LakeType.Primitive.BOOLEAN
            && type != LakeType.Primitive.BINARY;
  }

  private void refuseClustering(String what, String evidence) {
    findings.refuse(
        DeltaColumns.DELTA,
        FindingCode.CLUSTERING_REFUSED,
        table.model().name() + ": " + what,
        evidence);
  }
}
