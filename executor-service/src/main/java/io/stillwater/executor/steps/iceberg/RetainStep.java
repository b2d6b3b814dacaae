package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.Retain;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;

/** Raises the age below which snapshots do not expire, where it is lower than what undo needs. */
@Singleton
public class RetainStep extends MetadataStep {
  private static final String MAX_AGE = TableProperties.MAX_SNAPSHOT_AGE_MS;

  RetainStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.RETAIN);
  }

  @Override
  public TableEdit edit(StepContext context) {
    long keep = context.arguments(Retain.class).keep().toMillis();
    return current ->
        TableEdits.setProperties(Map.of(MAX_AGE, Long.toString(Math.max(keep, age(current)))))
            .apply(current);
  }

  private static long age(TableMetadata table) {
    return table.propertyAsLong(MAX_AGE, TableProperties.MAX_SNAPSHOT_AGE_MS_DEFAULT);
  }

  @Override
  protected Map<String, String> before(StepContext context, Table table) {
    return PropertyEdits.remember(table, List.of(MAX_AGE));
  }

  @Override
  public boolean changesColumns() {
    return false;
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return TableEdits.setProperties(PropertyEdits.recall(context.memory(), List.of(MAX_AGE)));
  }
}
