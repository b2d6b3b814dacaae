package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Undo;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import io.stillwater.planning.steps.Undos;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How a table format spells the steps that strategies are made of, and what takes them back. */
public interface StepFormat {

  /** A format whose undo rests on the step and the table alone. */
  static StepFormat of(
      Function<TableModel, TableSql> sql, BiFunction<StepDraft, TableModel, Undo> undo) {
    return new StepFormat() {
      @Override
      public TableSql sql(TableModel table) {
        return sql.apply(table);
      }

      @Override
      public Undo undo(StepDraft draft, TableModel table, Undos undos) {
        return undo.apply(draft, table);
      }
    };
  }

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
