package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** Adds a column; taken back, it goes, after what writers wrote into it was copied back. */
@Singleton
public class AddColumnStep extends MetadataStep {
  private final ReturnOfValues values;

  AddColumnStep(Lake lake, ReturnOfValues values) {
    super(lake);
    this.values = values;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.ADD_COLUMN);
  }

  @Override
  public TableEdit edit(StepContext context) {
    StepArguments.AddColumn add = context.arguments(StepArguments.AddColumn.class);
    return SchemaEdits.addColumn(
        path(context), Columns.column(add.column()), Columns.position(add.position()));
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return SchemaEdits.drop(path(context));
  }

  @Override
  public Undone undo(StepContext context) {
    return values
        .source(context.plan(), context.step().target(), path(context))
        .map(source -> values.dropAfterReturn(context, source, inverse(context)))
        .orElseGet(() -> super.undo(context));
  }

  private static ColumnPath path(StepContext context) {
    return ColumnPath.parse(context.arguments(StepArguments.AddColumn.class).column().name());
  }
}
