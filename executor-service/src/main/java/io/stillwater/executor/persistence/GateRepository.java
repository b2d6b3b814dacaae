package io.stillwater.executor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
public class GateRepository implements PanacheRepositoryBase<GateRow, GateRow.Key> {
  /** The last asking of the stage, whether it counts or not. */
  public Optional<GateRow> last(String deploymentId, String stage) {
    return find("deploymentId = ?1 and stage = ?2 order by round desc", deploymentId, stage)
        .firstResultOptional();
  }
}
