package io.stillwater.executor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class StepRepository implements PanacheRepositoryBase<StepRow, StepRow.Key> {
  /** In the plan's order. */
  public List<StepRow> of(String deploymentId) {
    return list("deploymentId = ?1 order by position", deploymentId);
  }
}
