package io.stillwater.executor.steps.iceberg;

import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.CommitOutcome;
import io.stillwater.lakehouse.iceberg.StampedCommit;
import io.stillwater.lakehouse.iceberg.StepStamp;
import io.stillwater.lakehouse.iceberg.TableEdit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.iceberg.Table;

/** A step that is one change of a table's metadata, with an opposite change that takes it back. */
public abstract class MetadataStep implements StepHandler {
  private final Lake lake;

  protected MetadataStep(Lake lake) {
    this.lake = lake;
  }

  protected Lake lake() {
    return lake;
  }

  /** The change, as a function of the metadata alone. */
  public abstract TableEdit edit(StepContext context);

  /** The opposite change; the context remembers what {@link #before} noted. */
  protected abstract TableEdit inverse(StepContext context);

  /**
   * What ends with the deployment, in the commit that removes its marks: nothing, unless the step
   * was for the time of the deployment alone. The metadata it is applied to carry the step's mark
   * where the step was done.
   */
  public TableEdit closing(StepContext context) {
    return TableEdit.none();
  }

  /** Whether the table's columns are others after the change. */
  public boolean changesColumns() {
    return true;
  }

  /**
   * What the inverse will need to know of the table as it is.
   *
   * @param table loaded where it is asked for: most kinds need nothing, and a load costs about a
   *     third of a commit
   */
  protected Map<String, String> before(StepContext context, Supplier<Table> table) {
    return Map.of();
  }

  @Override
  public Map<String, String> prepare(StepContext context) {
    return before(context, () -> lake.table(Stamps.table(context)));
  }

  @Override
  public Optional<Effect> observe(StepContext context) {
    return lake.find(Stamps.table(context))
        .filter(table -> StampedCommit.isStamped(table, Stamps.of(context)))
        .map(table -> Effect.of("found in the table, from an attempt before"));
  }

  @Override
  public Effect act(StepContext context) {
    CommitOutcome outcome = commit(context, Stamps.of(context), edit(context));
    return Effect.of(
        "schema %d, was %d".formatted(outcome.schemaIdAfter(), outcome.schemaIdBefore()));
  }

  @Override
  public void verify(StepContext context) {
    TableName table = Stamps.table(context);
    if (!lake.commits(table).shows(table, Stamps.of(context))) {
      throw new IllegalStateException(
          "The commit of %s was accepted, but %s does not show it"
              .formatted(context.step().id(), table));
    }
  }

  /**
   * The commit that takes back has a mark of its own, so that it is made once; it needs no mark of
   * the step, which is gone from the table once the deployment was completed.
   */
  @Override
  public Undone undo(StepContext context) {
    CommitOutcome outcome = commit(context, Stamps.undoOf(context), inverse(context));
    return new Undone.TakenBack(
        "schema %d again the current one".formatted(outcome.schemaIdAfter()));
  }

  protected CommitOutcome commit(StepContext context, StepStamp stamp, TableEdit edit) {
    TableName table = Stamps.table(context);
    return lake.commits(table).apply(table, stamp, edit);
  }
}
