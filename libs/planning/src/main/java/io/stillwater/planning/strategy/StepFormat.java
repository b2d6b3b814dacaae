package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Undo;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import io.stillwater.planning.steps.Undos;

/** How a table format spells the steps that strategies are made of, and what takes them back. */
public interface StepFormat {

  /**
   * @param table as it stands before the statement
   */
  TableSql sql(TableModel table);

  /**
   * What really takes the step back: the draft proposes the inverse change, which not every format
   * has.
   *
   * @param table as it stands before the change
   */
  default Undo undo(StepDraft draft, TableModel table, Undos undos) {
    return draft.undo();
  }
}
