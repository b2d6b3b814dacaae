package io.stillwater.planning.steps;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.planning.schema.TableModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements for partition spec and sort order; Trino sets the whole, Spark one field. */
public final class LayoutSql {
  private final TableModel table;
  private final TableSql sql;

  /**
   * @param table as it is before the statement
   */
  public LayoutSql(TableModel table) {
    this.table = table;
    this.sql = new TableSql(table.name());
  }

  public Map<String, String> add(PartitionTransform field) {
    return spec("ADD PARTITION FIELD ", field, table.withSpec(table.specWith(field)));
  }

  public Map<String, String> drop(PartitionTransform field) {
    return spec("DROP PARTITION FIELD ", field, table.withSpec(table.specWithout(field)));
  }

  private Map<String, String> spec(String spark, PartitionTransform field, TableModel after) {
    String fields =
        after.activeSpec().stream()
            .map(PartitionTransform::trinoProperty)
            .collect(Collectors.joining(", "));
    return sql.alter(
        dialect ->
            dialect == Dialect.SPARK
                ? spark + field.render(Dialect.SPARK)
                : "SET PROPERTIES partitioning = ARRAY[" + fields + "]");
  }

  /** Trino sorts by plain columns only. */
  public Map<String, String> sort(List<SortField> order) {
    Map<String, String> statements = new LinkedHashMap<>();
    boolean plain =
        order.stream().allMatch(one -> one.term().kind() == PartitionTransform.Kind.IDENTITY);
    if (plain) {
      String fields =
          order.stream().map(SortField::trinoProperty).collect(Collectors.joining(", "));
      statements.putAll(sql.alterTrino("SET PROPERTIES sorted_by = ARRAY[" + fields + "]"));
    }
    statements.putAll(
        sql.alterSpark(
            order.isEmpty()
                ? "WRITE UNORDERED"
                : "WRITE ORDERED BY "
                    + order.stream()
                        .map(one -> one.render(Dialect.SPARK))
                        .collect(Collectors.joining(", "))));
    return statements;
  }
}
