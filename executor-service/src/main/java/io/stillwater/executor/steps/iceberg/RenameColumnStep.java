package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.RenameColumn;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** Renames in place: files keep their values, readers by the old name do not. */
@Singleton
public class RenameColumnStep extends MetadataStep {
  RenameColumnStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.RENAME_COLUMN);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return SchemaEdits.rename(from(context), to(context).leaf());
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return SchemaEdits.rename(from(context).sibling(to(context).leaf()), from(context).leaf());
  }

  private static ColumnPath from(StepContext context) {
    return ColumnPath.parse(context.arguments(RenameColumn.class).from());
  }

  private static ColumnPath to(StepContext context) {
    return ColumnPath.parse(context.arguments(RenameColumn.class).to());
  }
}
