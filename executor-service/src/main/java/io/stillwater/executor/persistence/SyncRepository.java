package io.stillwater.executor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class SyncRepository implements PanacheRepositoryBase<SyncRow, StepRow.Key> {
  public List<SyncRow> activeOf(String deploymentId) {
    return list("deploymentId = ?1 and endedAt is null", deploymentId);
  }

  /** The one that copies out of the column; a column is renamed once until its old name is gone. */
  public Optional<SyncRow> activeFrom(String table, String column) {
    return find("tableName = ?1 and oldColumn = ?2 and endedAt is null", table, column)
        .firstResultOptional();
  }

  /** Those that ended because one of their two columns was dropped. */
  public List<SyncRow> endedWithName(String table, String column) {
    return list(
        "tableName = ?1 and oldColumn = ?2 and endedBecause = ?3",
        table,
        column,
        SyncRow.NAME_GONE);
  }
}
