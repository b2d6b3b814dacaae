package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.SetDefault;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** What writers write that leave the column out. */
@Singleton
public class SetDefaultStep extends MetadataStep {
  SetDefaultStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SET_DEFAULT);
  }

  @Override
  public TableEdit edit(StepContext context) {
    SetDefault set = context.arguments(SetDefault.class);
    return SchemaEdits.setDefault(ColumnPath.parse(set.column()), Columns.plain(set.value()));
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    SetDefault set = context.arguments(SetDefault.class);
    return SchemaEdits.setDefault(ColumnPath.parse(set.column()), Columns.plain(set.before()));
  }
}
