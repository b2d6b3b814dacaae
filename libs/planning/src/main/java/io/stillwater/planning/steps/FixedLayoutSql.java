package io.stillwater.planning.steps;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import java.util.List;

/** Statements for a format whose tables keep the partitions and the order they were made with. */
public abstract class FixedLayoutSql extends CommonSql {
  protected FixedLayoutSql(TableName table) {
    super(table);
  }

  @Override
  public Statements addPartitionField(PartitionTransform field) {
    return Statements.NONE;
  }

  @Override
  public Statements dropPartitionField(PartitionTransform field) {
    return Statements.NONE;
  }

  @Override
  public Statements sort(List<SortField> order) {
    return Statements.NONE;
  }
}
