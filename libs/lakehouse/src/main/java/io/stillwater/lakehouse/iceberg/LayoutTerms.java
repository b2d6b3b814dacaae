package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.Term;
import org.apache.iceberg.transforms.Transforms;

/** Partition and sort fields as Iceberg's own terms. */
final class LayoutTerms {
  private LayoutTerms() {}

  /**
   * @throws TableEditException when the schema has no such column
   */
  static Term of(PartitionTransform field, Schema schema) {
    SchemaFields.require(schema, field.source());
    String name = IcebergTypes.name(field.source());
    return switch (field.kind()) {
      case IDENTITY -> Expressions.ref(name);
      case YEAR -> Expressions.year(name);
      case MONTH -> Expressions.month(name);
      case DAY -> Expressions.day(name);
      case HOUR -> Expressions.hour(name);
      case BUCKET -> Expressions.bucket(name, field.width());
      case TRUNCATE -> Expressions.truncate(name, field.width());
      case VOID -> Expressions.transform(name, Transforms.alwaysNull());
    };
  }

  static void add(ReplaceSortOrder order, SortField field, Schema schema) {
    Term term = of(field.term(), schema);
    NullOrder nulls = field.nullsFirst() ? NullOrder.NULLS_FIRST : NullOrder.NULLS_LAST;
    if (field.ascending()) {
      order.asc(term, nulls);
    } else {
      order.desc(term, nulls);
    }
  }
}
