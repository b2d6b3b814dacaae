package io.stillwater.checks;

import io.stillwater.lakehouse.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checks of one stage are held against.
 *
 * @param deploymentId null outside of a deployment
 * @param planned the tables of the release as they were when it was planned
 * @param targets per table: the columns that the plan ends with
 */
public record CheckContext(
    String deploymentId,
    Map<TableName, PlannedTable> planned,
    Map<TableName, List<TargetColumn>> targets) {
  public CheckContext {
    planned = Map.copyOf(planned);
    targets = Map.copyOf(targets);
  }

  /** Checks of tables as they are, without a plan. */
  public static CheckContext none() {
    return new CheckContext(null, Map.of(), Map.of());
  }

  public Optional<PlannedTable> planned(TableName table) {
    return Optional.ofNullable(planned.get(table));
  }
}
