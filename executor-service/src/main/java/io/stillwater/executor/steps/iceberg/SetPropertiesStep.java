package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SetProperties;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.Table;

/** Sets and removes table properties. */
@Singleton
public class SetPropertiesStep extends MetadataStep {
  SetPropertiesStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SET_PROPERTIES);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return TableEdits.setProperties(context.arguments(SetProperties.class).properties());
  }

  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    return PropertyEdits.remember(
        table.get(), context.arguments(SetProperties.class).properties().keySet());
  }

  @Override
  public boolean changesColumns() {
    return false;
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return TableEdits.setProperties(
        PropertyEdits.recall(
            context.memory(), context.arguments(SetProperties.class).properties().keySet()));
  }
}
