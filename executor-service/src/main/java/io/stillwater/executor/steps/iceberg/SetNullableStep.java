package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lets a column hold NULL; taken back only while no row does. */
@Singleton
public class SetNullableStep extends NullabilityStep {
  SetNullableStep(Lake lake, NullProof proof) {
    super(lake, proof);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SET_NULLABLE);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return optional(context);
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return nullableBefore(context) ? TableEdit.none() : required(context);
  }

  @Override
  public Undone undo(StepContext context) {
    if (nullableBefore(context)) {
      return super.undo(context);
    }
    long nulls =
        whereNoNull(
            context,
            guard -> commit(context, Stamps.undoOf(context), guard.then(inverse(context))));
    return nulls == 0
        ? new Undone.TakenBack(column(context) + " is required again")
        : new Undone.Kept(
            "%s stays optional: %d row(s) hold NULL".formatted(column(context), nulls));
  }
}
