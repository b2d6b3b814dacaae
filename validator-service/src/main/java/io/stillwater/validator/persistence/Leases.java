package io.stillwater.validator.persistence;

import io.stillwater.validator.domain.Lease;
import io.stillwater.validator.domain.LeaseLostException;
import io.stillwater.validator.domain.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who answers which request, by the database's clock. */
@ApplicationScoped
public class Leases {
  private final EntityManager entities;

  Leases(EntityManager entities) {
    this.entities = entities;
  }

  /** Leases the request that has been due for longest, if there is one. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Lease> claim(String owner, Duration duration) {
    List<?> rows =
        entities
            .createNativeQuery(
                "UPDATE check_request SET lease_owner = :owner, lease_token = lease_token + 1,"
                    + " lease_until = clock_timestamp() + :millis * interval '1 millisecond'"
                    + " WHERE (deployment_id, stage, round) IN"
                    + " (SELECT deployment_id, stage, round FROM check_request"
                    + " WHERE next_attempt_at <= clock_timestamp()"
                    + " AND (lease_until IS NULL OR lease_until < clock_timestamp())"
                    + " ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                    + " RETURNING deployment_id, stage, round, lease_token",
                Object[].class)
            .setParameter("owner", owner)
            .setParameter("millis", duration.toMillis())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(Leases::lease).findFirst();
  }

  /** Prolongs the lease; one that was lost stays lost. */
  @Transactional(TxType.REQUIRES_NEW)
  public void renew(Lease lease, Duration duration) {
    on(lease, "lease_until = clock_timestamp() + :millis * interval '1 millisecond'")
        .setParameter("millis", duration.toMillis())
        .executeUpdate();
  }

  /**
   * Makes sure that the lease stands until the transaction ends.
   *
   * @throws LeaseLostException when it does not
   */
  @Transactional(TxType.MANDATORY)
  public void fence(Lease lease) {
    if (on(lease, "lease_token = lease_token").executeUpdate() == 0) {
      throw new LeaseLostException(lease);
    }
  }

  /**
   * Gives the lease back.
   *
   * @param nextAttempt null when there is nothing left to do
   */
  @Transactional(TxType.REQUIRED)
  public void release(Lease lease, Instant nextAttempt) {
    on(
            lease,
            "lease_owner = NULL, lease_until = NULL, next_attempt_at = CAST(:next AS timestamptz)")
        .setParameter("next", nextAttempt == null ? null : nextAttempt.toString())
        .executeUpdate();
  }

  private Query on(Lease lease, String change) {
    return entities
        .createNativeQuery(
            "UPDATE check_request SET "
                + change
                + " WHERE deployment_id = :deployment AND stage = :stage AND round = :round"
                + " AND lease_token = :token AND lease_owner IS NOT NULL")
        .setParameter("deployment", lease.key().deploymentId())
        .setParameter("stage", lease.key().stage())
        .setParameter("round", lease.key().round())
        .setParameter("token", lease.token());
  }

  private static Lease lease(Object[] row) {
    RequestKey key = new RequestKey((String) row[0], (String) row[1], ((Number) row[2]).intValue());
    return new Lease(key, ((Number) row[3]).longValue());
  }
}
