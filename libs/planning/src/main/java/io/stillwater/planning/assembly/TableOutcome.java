package io.stillwater.planning.assembly;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;
import java.util.Optional;

/**
 * All changes of one table planned.
 *
 * @param before null for a table that is not there
 * @param after null for a table whose state is not known
 * @param changes in the order of the release
 * @param planned the same in the order in which they are done
 */
public record TableOutcome(
    TableName table,
    TableModel before,
    TableModel after,
    List<ChangeOutcome> changes,
    List<ChangeOutcome> planned) {
  public TableOutcome {
    changes = List.copyOf(changes);
    planned = List.copyOf(planned);
  }

  /** What the table is called when all is done; empty once it is dropped. */
  Optional<TableName> nameAfter() {
    TableName name = table;
    for (ChangeOutcome change : planned) {
      for (StepDraft step : change.steps()) {
        if (step.kind() == StepKind.DROP_TABLE) {
          return Optional.empty();
        }
        if (step.arguments() instanceof StepArguments.RenameTable rename) {
          name = TableName.parse(rename.to());
        }
      }
    }
    return Optional.of(name);
  }

  boolean hasEffects() {
    return changes.stream().anyMatch(change -> !change.steps().isEmpty());
  }
}
