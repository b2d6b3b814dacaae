package io.stillwater.executor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
public class DeploymentRepository implements PanacheRepositoryBase<DeploymentRow, String> {
  /** Whoever changes a deployment locks its row first: changes and their events have one order. */
  public Optional<DeploymentRow> lock(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
