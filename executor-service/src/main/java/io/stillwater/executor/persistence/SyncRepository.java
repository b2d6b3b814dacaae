package io.stillwater.executor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class SyncRepository implements PanacheRepositoryBase<SyncRow, StepRow.Key> {
  public List<SyncRow> activeOf(String deploymentId) {
    return list("deploymentId = ?1 and endedAt is null", deploymentId);
  }
}
