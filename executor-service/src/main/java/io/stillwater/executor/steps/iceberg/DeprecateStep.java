package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.Deprecate;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.Table;

/** Says, to people and tools, that a column will go. */
@Singleton
public class DeprecateStep extends MetadataStep {
  DeprecateStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.DEPRECATE);
  }

  @Override
  public TableEdit edit(StepContext context) {
    Deprecate deprecate = context.arguments(Deprecate.class);
    return SchemaEdits.deprecate(path(context), deprecate.replacement(), deprecate.comment());
  }

  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    return SetCommentStep.commentBefore(table.get(), path(context));
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return SchemaEdits.undoDeprecate(
        path(context), context.memory().get(SetCommentStep.COMMENT_BEFORE));
  }

  private static ColumnPath path(StepContext context) {
    return ColumnPath.parse(context.arguments(Deprecate.class).column());
  }
}
