package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler.Undone;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.lakehouse.engine.CopyRequest;
import io.stillwater.lakehouse.engine.OnInvalid;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.iceberg.StampedCommit;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * Before a column that stands for another is dropped, rows that were written under its name get
 * their values back under the old one. The drop and the last look share one snapshot: a row that
 * comes in between makes both be done again.
 */
@Singleton
class ReturnOfValues {
  private final Lake lake;

  ReturnOfValues(Lake lake) {
    this.lake = lake;
  }

  /** Which column the plan copies into this one, if any. */
  Optional<ColumnPath> source(Plan plan, String table, ColumnPath column) {
    return plan.steps()
        .filter(step -> table.equals(step.target()))
        .map(Step::arguments)
        .filter(StepArguments.CopyColumn.class::isInstance)
        .map(StepArguments.CopyColumn.class::cast)
        .filter(copy -> copy.to().equals(column.toString()))
        .map(copy -> ColumnPath.parse(copy.from()))
        .findFirst();
  }

  Undone dropAfterReturn(StepContext context, ColumnPath source, TableEdit drop) {
    TableName name = Stamps.table(context);
    Table table = lake.table(name);
    if (StampedCommit.isStamped(table, Stamps.undoOf(context))) {
      return new Undone.TakenBack("dropped by an attempt before");
    }
    if (table.schema().findField(IcebergTypes.name(source)) == null) {
      return new Undone.Kept("column " + source + ", which it replaced, is gone");
    }
    String column = context.arguments(StepArguments.AddColumn.class).column().name();
    CopyOutcome[] returned = new CopyOutcome[1];
    return UnmovedData.lookAndCommit(
        name,
        () -> {
          returned[0] = giveBack(context, table, source, ColumnPath.parse(column), returned[0]);
          TableEdit unlessMoved = new UnmovedData(returned[0].syncedSnapshotId()).then(drop);
          lake.commits(name).apply(name, Stamps.undoOf(context), unlessMoved);
          return new Undone.TakenBack(inWords(source, returned[0]));
        });
  }

  private CopyOutcome giveBack(
      StepContext context, Table table, ColumnPath from, ColumnPath to, CopyOutcome before) {
    CopyRequest request = new CopyRequest(from, to, OnInvalid.SET_NULL, true);
    Long since = before == null ? null : before.syncedSnapshotId();
    return lake.columnCopy().sync(table, Stamps.undoOf(context), request, since);
  }

  private static String inWords(ColumnPath source, CopyOutcome returned) {
    return returned.conflicts() == 0
        ? "dropped; values written under its name stand in " + source
        : "dropped; in %d row(s) both names held different values, those of %s stand"
            .formatted(returned.conflicts(), source);
  }
}
