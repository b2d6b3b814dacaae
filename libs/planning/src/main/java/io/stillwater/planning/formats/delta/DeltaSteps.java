package io.stillwater.planning.formats.delta;

import io.stillwater.events.plan.Undo;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import io.stillwater.planning.steps.Undos;
import io.stillwater.planning.strategy.StepFormat;

/** How Delta spells steps and takes them back. */
final class DeltaSteps implements StepFormat {

  @Override
  public TableSql sql(TableModel table) {
    return new DeltaSql(table);
  }

  @Override
  public Undo undo(StepDraft draft, TableModel table, Undos undos) {
    return DeltaUndo.of(draft, table, undos);
  }
}
