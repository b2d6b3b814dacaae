package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.PartitionField;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import jakarta.inject.Singleton;
import java.util.Set;

/** New files are partitioned by one field more; those that are there stay as they are. */
@Singleton
public class AddPartitionFieldStep extends MetadataStep {
  AddPartitionFieldStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.ADD_PARTITION_FIELD);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return TableEdits.addPartitionField(context.arguments(PartitionField.class).field());
  }

  @Override
  public boolean changesColumns() {
    return false;
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return TableEdits.dropPartitionField(context.arguments(PartitionField.class).field());
  }
}
