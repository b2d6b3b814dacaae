package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SetComment;
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

/** Describes a column. */
@Singleton
public class SetCommentStep extends MetadataStep {
  static final String COMMENT_BEFORE = "commentBefore";

  SetCommentStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SET_COMMENT);
  }

  @Override
  public TableEdit edit(StepContext context) {
    SetComment set = context.arguments(SetComment.class);
    return SchemaEdits.setComment(ColumnPath.parse(set.column()), set.comment());
  }

  @Override
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    return commentBefore(
        table.get(), ColumnPath.parse(context.arguments(SetComment.class).column()));
  }

  static Map<String, String> commentBefore(Table table, ColumnPath path) {
    String comment = Columns.require(table.schema(), path).doc();
    return comment == null ? Map.of() : Map.of(COMMENT_BEFORE, comment);
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    ColumnPath path = ColumnPath.parse(context.arguments(SetComment.class).column());
    return SchemaEdits.setComment(path, context.memory().get(COMMENT_BEFORE));
  }
}
