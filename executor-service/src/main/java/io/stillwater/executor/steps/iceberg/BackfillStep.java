package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.engine.ValueDoesNotFitException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Table;

/** Fills a column from another, as one commit that replaces files. */
@Singleton
public class BackfillStep implements StepHandler {
  private final Lake lake;

  BackfillStep(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.BACKFILL);
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return DataMarks.carries(lake.table(Stamps.table(context)), Stamps.of(context))
        ? Optional.of(Effect.of("found in the table, from an attempt before"))
        : Optional.empty();
  }

  @Override
  public Effect act(StepContext context) {
    Table table = lake.table(Stamps.table(context));
    CopyColumn copy = context.arguments(CopyColumn.class);
    try {
      return Effect.of(
          CopyRequests.inWords(
              lake.columnCopy().backfill(table, Stamps.of(context), CopyRequests.of(copy))));
    } catch (ValueDoesNotFitException e) {
      throw new ProofFailedException(e.getMessage());
    }
  }

  /** There is no commit where there was nothing to copy; the copying looks at every row itself. */
  @Override
  public void verify(StepContext context) {}

  /** The values lie in a column that goes as a whole when its own step is taken back. */
  @Override
  public Undone undo(StepContext context) {
    return new Undone.TakenBack(
        "the copied values go with column " + context.arguments(CopyColumn.class).to());
  }
}
