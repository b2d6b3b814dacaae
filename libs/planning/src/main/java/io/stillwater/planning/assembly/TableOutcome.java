package io.stillwater.planning.assembly;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.schema.TableModel;
import java.util.List;

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

  boolean hasEffects() {
    return changes.stream().anyMatch(change -> !change.steps().isEmpty());
  }
}
