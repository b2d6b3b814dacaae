package io.stillwater.executor.tables;

import io.stillwater.events.plan.Plan;
import io.stillwater.executor.domain.Resources;
import io.stillwater.executor.lake.Lake;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.SnapshotTags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Removes what a deployment wrote into tables for its own sake. */
@ApplicationScoped
public class TableMarks {
  private final Lake lake;

  TableMarks(Lake lake) {
    this.lake = lake;
  }

  /** Step marks: one commit per table that has any. */
  public void remove(Plan plan) {
    for (TableName table : tables(plan)) {
      lake.commits(table).clear(table, plan.deploymentId());
    }
  }

  /** The tag of the state before the deployment. */
  public void removeTags(Plan plan) {
    for (TableName table : tables(plan)) {
      SnapshotTags.remove(lake.table(table), SnapshotTags.name(plan.deploymentId()));
    }
  }

  /** Those that are there: a deployment may have dropped or renamed some. */
  private List<TableName> tables(Plan plan) {
    return Resources.of(plan).stream()
        .map(TableName::parse)
        .filter(table -> lake.find(table).isPresent())
        .toList();
  }
}
