package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.lakehouse.engine.ValueDoesNotFitException;
import io.stillwater.lakehouse.iceberg.StepStamp;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Brings two columns into step, as often as asked: what is in step is not copied again. The keeping
 * in step from then on is the sync worker's.
 */
@Singleton
public class SyncStep implements StepHandler {
  private final Lake lake;

  SyncStep(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.SYNC);
  }

  /** Looking is the sync itself. */
  @Override
  public Optional<Effect> observe(StepContext context) {
    return Optional.empty();
  }

  @Override
  public Effect act(StepContext context) {
    try {
      return Effect.of(CopyRequests.inWords(sync(context, Stamps.of(context))));
    } catch (ValueDoesNotFitException e) {
      throw new ProofFailedException(e.getMessage());
    }
  }

  /** The copying itself has looked at every row. */
  @Override
  public void verify(StepContext context) {}

  /** Once more, so that rows written under either name since are under both. */
  @Override
  public Undone undo(StepContext context) {
    if (!context.arguments(CopyColumn.class).bothWays()) {
      return new Undone.TakenBack("it only wrote the new name, which goes");
    }
    return new Undone.TakenBack(
        "the last sync: " + CopyRequests.inWords(sync(context, Stamps.undoOf(context))));
  }

  private CopyOutcome sync(StepContext context, StepStamp stamp) {
    return lake.columnCopy()
        .sync(
            lake.table(Stamps.table(context)),
            stamp,
            CopyRequests.of(context.arguments(CopyColumn.class)),
            null);
  }
}
