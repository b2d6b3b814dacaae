package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Set;

/** Forbids NULL in a column in which none was found. */
@Singleton
public class SetNotNullStep extends NullabilityStep {
  SetNotNullStep(Lake lake, NullProof proof) {
    super(lake, proof);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SET_NOT_NULL);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return required(context);
  }

  @Override
  public Effect act(StepContext context) {
    long nulls =
        whereNoNull(
            context, guard -> commit(context, Stamps.of(context), guard.then(edit(context))));
    if (nulls > 0) {
      throw new ProofFailedException(
          "%d row(s) of %s hold NULL in %s; fill them, then release again"
              .formatted(nulls, context.step().target(), column(context)));
    }
    return Effect.of(column(context) + " is required, no row held NULL");
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return nullableBefore(context) ? optional(context) : TableEdit.none();
  }
}
