package io.stillwater.planner.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The contractions whose grace period is over. */
@ApplicationScoped
public class ContractionRows implements PanacheRepositoryBase<ContractionRow, ContractionRow.Key> {

  public Optional<ContractionRow> of(String deploymentId, int position) {
    return findByIdOptional(new ContractionRow.Key(deploymentId, position));
  }

  /** The contraction that a deployment carries out. */
  public Optional<ContractionRow> contractedBy(String deploymentId) {
    return find("contractedBy", deploymentId).firstResultOptional();
  }

  /** Whether this transaction may decide on contractions: one replica at a time does. */
  public boolean elected() {
    return (Boolean)
        getEntityManager()
            .createNativeQuery(
                "SELECT pg_try_advisory_xact_lock(hashtext('stillwater.contractions'))",
                Boolean.class)
            .getSingleResult();
  }
}
