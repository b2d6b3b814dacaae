package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.DropColumn;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.ExactUndo;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** Drops a column; taken back, it comes with its old field id and so with its values. */
@Singleton
public class DropColumnStep extends MetadataStep {
  DropColumnStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.DROP_COLUMN);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return SchemaEdits.drop(path(context));
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return ExactUndo.restoreDropped(path(context));
  }

  private static ColumnPath path(StepContext context) {
    return ColumnPath.parse(context.arguments(DropColumn.class).column());
  }
}
