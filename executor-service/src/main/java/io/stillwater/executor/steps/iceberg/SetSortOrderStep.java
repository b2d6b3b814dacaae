package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SetSortOrder;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How new files are sorted. */
@Singleton
public class SetSortOrderStep extends MetadataStep {
  SetSortOrderStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SET_SORT_ORDER);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return TableEdits.setSortOrder(orNone(context.arguments(SetSortOrder.class).order()));
  }

  @Override
  public boolean changesColumns() {
    return false;
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return TableEdits.setSortOrder(orNone(context.arguments(SetSortOrder.class).before()));
  }

  private static List<String> orNone(List<String> order) {
    return Objects.requireNonNullElse(order, List.of());
  }
}
