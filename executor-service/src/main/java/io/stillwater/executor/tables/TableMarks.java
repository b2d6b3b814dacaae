package io.stillwater.executor.tables;

import io.stillwater.events.plan.Plan;
import io.stillwater.executor.domain.Resources;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandlers;
import io.stillwater.executor.steps.iceberg.MetadataStep;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.SnapshotTags;
import io.stillwater.lakehouse.iceberg.TableEdit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Removes what a deployment wrote into tables for its own sake. */
@ApplicationScoped
public class TableMarks {
  private final Lake lake;
  private final StepHandlers handlers;

  TableMarks(Lake lake, StepHandlers handlers) {
    this.lake = lake;
    this.handlers = handlers;
  }

  /**
   * Step marks and what was set for the time of the deployment: one commit per table that has any.
   *
   * @param memories by step id
   */
  public void remove(Plan plan, Map<String, Map<String, String>> memories) {
    for (TableName table : tables(plan)) {
      lake.commits(table)
          .clear(table, plan.deploymentId(), closing(plan, table.toString(), memories));
    }
  }

  /** The tag of the state before the deployment. */
  public void removeTags(Plan plan) {
    for (TableName table : tables(plan)) {
      SnapshotTags.remove(lake.table(table), SnapshotTags.name(plan.deploymentId()));
    }
  }

  /** Last set, first put back. */
  private TableEdit closing(Plan plan, String table, Map<String, Map<String, String>> memories) {
    return plan.steps()
        .filter(step -> table.equals(step.target()))
        .filter(step -> handlers.of(step.kind()) instanceof MetadataStep)
        .map(
            step ->
                ((MetadataStep) handlers.of(step.kind()))
                    .closing(
                        new StepContext(plan, step, memories.getOrDefault(step.id(), Map.of()))))
        .reduce(TableEdit.none(), (later, step) -> step.then(later));
  }

  /** Those that are there: a deployment may have dropped or renamed some. */
  private List<TableName> tables(Plan plan) {
    return Resources.of(plan).stream()
        .map(TableName::parse)
        .filter(table -> lake.find(table).isPresent())
        .toList();
  }
}
