package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.TableSql;
import java.util.List;
import java.util.stream.Collectors;

/** Statements for partition spec and sort order; Trino sets the whole, Spark one field. */
final class LayoutSql {
  private LayoutSql() {}

  /**
   * @param verb ADD or DROP
   */
  static Statements spec(TableSql sql, String verb, PartitionTransform field, TableModel after) {
    String fields =
        after.activeSpec().stream()
            .map(PartitionTransform::trinoProperty)
            .collect(Collectors.joining(", "));
    return Statements.of(
        dialect ->
            "ALTER TABLE "
                + sql.name(dialect)
                + (dialect == Dialect.SPARK
                    ? " " + verb + " PARTITION FIELD " + field.render(Dialect.SPARK)
                    : " SET PROPERTIES partitioning = ARRAY[" + fields + "]"));
  }

  /** Trino sorts by plain columns only. */
  static Statements sort(TableSql sql, List<SortField> order) {
    return Statements.of(
        dialect -> {
          String rest = dialect == Dialect.SPARK ? spark(order) : trino(order);
          return rest == null ? null : "ALTER TABLE " + sql.name(dialect) + rest;
        });
  }

  private static String trino(List<SortField> order) {
    boolean plain =
        order.stream().allMatch(one -> one.term().kind() == PartitionTransform.Kind.IDENTITY);
    return plain
        ? order.stream()
            .map(SortField::trinoProperty)
            .collect(Collectors.joining(", ", " SET PROPERTIES sorted_by = ARRAY[", "]"))
        : null;
  }

  private static String spark(List<SortField> order) {
    return order.isEmpty()
        ? " WRITE UNORDERED"
        : order.stream()
            .map(one -> one.render(Dialect.SPARK))
            .collect(Collectors.joining(", ", " WRITE ORDERED BY ", ""));
  }
}
