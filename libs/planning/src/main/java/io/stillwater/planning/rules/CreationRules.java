package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.NewColumn;
import io.stillwater.planning.schema.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A new table: each column is judged as if it were added to what stands before it. */
public final class CreationRules {
  private CreationRules() {}

  /** What a format says of one column or partition field of a table that grows. */
  @FunctionalInterface
  public interface Part<T> {
    void judge(T part, TableModel growing, Findings inside);
  }

  /** A new table has no rows, so that a column of it may be required. */
  public static void judge(
      Change.CreateTable create,
      TableModel table,
      Findings findings,
      Part<Change.AddColumn> columns,
      Part<PartitionTransform> fields) {
    TableModel growing = table;
    Findings inside = new Findings(Set.of());
    for (NewColumn column : create.columns()) {
      Change.AddColumn add =
          new Change.AddColumn(
              ColumnPath.of(column.name()),
              column.type(),
              true,
              column.defaultValue(),
              column.comment(),
              null);
      columns.judge(add, growing, inside);
      List<Column> grown = new ArrayList<>(growing.columns());
      grown.add(Column.of(null, column.name(), column.type()));
      growing = growing.withColumns(grown);
    }
    for (PartitionTransform field : create.partitioning()) {
      fields.judge(field, growing, inside);
      growing = growing.withSpec(growing.specWith(field));
    }
    findings.addErrorsOf(inside);
  }

  /** A partition field of a format that partitions by columns alone. */
  public static void requireColumn(
      PartitionTransform field, Columns columns, Findings inside, String format, String evidence) {
    if (field.kind() != PartitionTransform.Kind.IDENTITY || field.source().nested()) {
      inside.refuse(
          format, FindingCode.TRANSFORM_NOT_APPLICABLE, field + " is no plain column", evidence);
    }
    columns.require(field.source());
  }
}
