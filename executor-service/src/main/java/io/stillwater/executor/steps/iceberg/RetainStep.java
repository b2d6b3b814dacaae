package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.Retain;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.StampedCommit;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEdits;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.util.PropertyUtil;

/**
 * Raises the age below which snapshots do not expire, where it is lower than what undo needs. It
 * ends with the deployment: after that the tag keeps what a rollback would need.
 */
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
    return current ->
        TableEdits.setProperties(Map.of(MAX_AGE, raised(context, age(current)))).apply(current);
  }

  private static long age(TableMetadata table) {
    return table.propertyAsLong(MAX_AGE, TableProperties.MAX_SNAPSHOT_AGE_MS_DEFAULT);
  }

  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    return PropertyEdits.remember(table.get(), List.of(MAX_AGE));
  }

  @Override
  public boolean changesColumns() {
    return false;
  }

  @Override
  public TableEdit closing(StepContext context) {
    TableEdit inverse = inverse(context);
    return current ->
        StampedCommit.isStamped(current, Stamps.of(context)) ? inverse.apply(current) : current;
  }

  /** An age that somebody else has set meanwhile is theirs. */
  @Override
  protected TableEdit inverse(StepContext context) {
    Map<String, String> before = PropertyEdits.recall(context.memory(), List.of(MAX_AGE));
    long age =
        PropertyUtil.propertyAsLong(before, MAX_AGE, TableProperties.MAX_SNAPSHOT_AGE_MS_DEFAULT);
    String raised = raised(context, age);
    return current ->
        raised.equals(current.property(MAX_AGE, null))
            ? TableEdits.setProperties(before).apply(current)
            : current;
  }

  /** In milliseconds. */
  private static String raised(StepContext context, long age) {
    return Long.toString(Math.max(context.arguments(Retain.class).keep().toMillis(), age));
  }
}
