package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.DropColumn;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.ColumnsInStep;
import io.stillwater.executor.steps.ColumnsInStep.InStep;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.lakehouse.iceberg.ExactUndo;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.lakehouse.iceberg.StepStamp;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Table;

/**
 * Drops a column; taken back, it comes with its old field id and so with its values. A column that
 * is kept in step with another gives that one its last values first: the last look and the drop
 * share one snapshot, so no row loses what was written under the old name alone.
 */
@Singleton
public class DropColumnStep extends MetadataStep {
  private final ColumnsInStep inStep;

  DropColumnStep(Lake lake, ColumnsInStep inStep) {
    super(lake);
    this.inStep = inStep;
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.DROP_COLUMN);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return SchemaEdits.drop(path(context));
  }

  @Override
  public Effect act(StepContext context) {
    Optional<InStep> copy = inStep.from(context.step().target(), path(context).toString());
    return copy.isEmpty() ? super.act(context) : dropInStep(context, copy.get());
  }

  private Effect dropInStep(StepContext context, InStep copy) {
    TableName name = Stamps.table(context);
    Table table = lake().table(name);
    StepStamp mark = new StepStamp(copy.deploymentId(), copy.stepId());
    Long[] synced = {copy.snapshotId()};
    return UnmovedData.lookAndCommit(
        name,
        () -> {
          CopyOutcome last =
              lake().columnCopy().sync(table, mark, CopyRequests.of(copy.columns()), synced[0]);
          refuseConflicts(name, copy, last);
          synced[0] = last.syncedSnapshotId();
          TableEdit unlessMoved = new UnmovedData(last.syncedSnapshotId()).then(edit(context));
          commit(context, Stamps.of(context), unlessMoved);
          return Effect.of("dropped; before it, " + CopyRequests.inWords(last));
        });
  }

  /** Only a person knows which of two values is right. */
  private static void refuseConflicts(TableName table, InStep copy, CopyOutcome last) {
    if (last.conflicts() > 0) {
      throw new ProofFailedException(
          "%d row(s) of %s hold different values in %s and %s; set them alike, then contract again"
              .formatted(last.conflicts(), table, copy.columns().from(), copy.columns().to()));
    }
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    return ExactUndo.restoreDropped(path(context));
  }

  @Override
  public Undone undo(StepContext context) {
    Undone undone = super.undo(context);
    inStep.resume(context.step().target(), path(context).toString());
    return undone;
  }

  private static ColumnPath path(StepContext context) {
    return ColumnPath.parse(context.arguments(DropColumn.class).column());
  }
}
