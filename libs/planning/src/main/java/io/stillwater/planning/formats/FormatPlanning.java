package io.stillwater.planning.formats;

import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.strategy.Expansion;
import java.time.Duration;
import java.util.List;

/** What a table format makes of changes. Nothing is thrown for any input. */
public interface FormatPlanning {

  /** Adds what the format and its engines say to the change; an ERROR refuses it. */
  void judge(Change change, TableModel table, PlanContext context, Findings findings);

  /** Turns a change that nothing refuses into steps. */
  Expansion expand(Change change, TableModel table, PlanContext context);

  /**
   * Steps that keep what effects could lose within reach.
   *
   * @param table as it is before the release; it has data
   * @param keep for how long a rollback is promised
   */
  List<StepDraft> protect(TableModel table, Duration keep);

  /**
   * Steps that hold the table's own expiry off, where an undo reads what it would remove sooner
   * than the undo is promised; none where nothing does.
   *
   * @param steps the effects planned on the table
   */
  default List<StepDraft> retain(TableModel table, List<StepDraft> steps, Duration keep) {
    return List.of();
  }

  /**
   * Whether this version changes tables of the format itself. Where it does not, a release of them
   * is planned to be looked at and never deployed.
   */
  default boolean applied() {
    return false;
  }
}
