package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SwapNames;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** In one commit a column steps aside and its replacement takes its name. */
@Singleton
public class SwapNamesStep extends MetadataStep {
  SwapNamesStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SWAP_NAMES);
  }

  @Override
  public TableEdit edit(StepContext context) {
    SwapNames swap = context.arguments(SwapNames.class);
    return SchemaEdits.swapNames(
        ColumnPath.parse(swap.column()), ColumnPath.parse(swap.replacement()), swap.retired());
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    SwapNames swap = context.arguments(SwapNames.class);
    return SchemaEdits.undoSwapNames(
        ColumnPath.parse(swap.column()), ColumnPath.parse(swap.replacement()), swap.retired());
  }
}
