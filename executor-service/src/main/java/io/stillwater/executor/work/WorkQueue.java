package io.stillwater.executor.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows that say what is to be worked on, when, and who does. */
@ApplicationScoped
public class WorkQueue {
  private static final String LEASED =
      " WHERE kind = :kind AND id = :id AND token = :token AND lease_owner IS NOT NULL";

  private final EntityManager entities;
  private final Event<WorkDue> due;

  WorkQueue(EntityManager entities, Event<WorkDue> due) {
    this.entities = entities;
    this.due = due;
  }

  /** Makes the item due, as part of the current transaction. */
  @Transactional(TxType.MANDATORY)
  public void wake(WorkKind kind, String id) {
    wakeAt(kind, id, Instant.now());
  }

  /** Makes the item due then, or earlier where it is due earlier already. */
  @Transactional(TxType.MANDATORY)
  public void wakeAt(WorkKind kind, String id, Instant at) {
    entities
        .createNativeQuery(
            "INSERT INTO work (kind, id, wake_at, token) VALUES (:kind, :id, :at, 0)"
                + " ON CONFLICT (kind, id) DO UPDATE"
                + " SET wake_at = LEAST(work.wake_at, EXCLUDED.wake_at)")
        .setParameter("kind", kind.name())
        .setParameter("id", id)
        .setParameter("at", at)
        .executeUpdate();
    due.fire(new WorkDue());
  }

  /** Leases the item that has been due for longest, if there is one. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Lease> claim(String owner, Duration duration) {
    List<?> rows =
        entities
            .createNativeQuery(
                "UPDATE work SET lease_owner = :owner, token = token + 1, lease_until = "
                    + until(duration)
                    + " WHERE (kind, id) IN (SELECT kind, id FROM work"
                    + " WHERE wake_at <= clock_timestamp()"
                    + " AND (lease_until IS NULL OR lease_until < clock_timestamp())"
                    + " ORDER BY wake_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                    + " RETURNING kind, id, token",
                Object[].class)
            .setParameter("owner", owner)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(WorkQueue::lease).findFirst();
  }

  /** Prolongs the lease; false when it was lost. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean renew(Lease lease, Duration duration) {
    return on(lease, "UPDATE work SET lease_until = " + until(duration)) == 1;
  }

  /**
   * Checks, and makes sure until the transaction ends, that the lease still stands.
   *
   * @throws LeaseLostException when it does not
   */
  @Transactional(TxType.MANDATORY)
  public void fence(Lease lease) {
    if (on(lease, "UPDATE work SET token = token") == 0) {
      throw new LeaseLostException(lease);
    }
  }

  /**
   * Gives the lease back.
   *
   * @param wakeAt when to look again; null: only when woken
   */
  @Transactional(TxType.REQUIRED)
  public void release(Lease lease, Instant wakeAt) {
    String at = wakeAt == null ? "NULL" : "CAST('" + wakeAt + "' AS timestamptz)";
    on(lease, "UPDATE work SET lease_owner = NULL, lease_until = NULL, wake_at = " + at);
  }

  /** The work is over for good. */
  @Transactional(TxType.MANDATORY)
  public void forget(Lease lease) {
    on(lease, "DELETE FROM work");
  }

  private int on(Lease lease, String change) {
    return entities
        .createNativeQuery(change + LEASED)
        .setParameter("kind", lease.kind().name())
        .setParameter("id", lease.id())
        .setParameter("token", lease.token())
        .executeUpdate();
  }

  private static String until(Duration duration) {
    return "clock_timestamp() + interval '" + duration.toMillis() + " milliseconds'";
  }

  private static Lease lease(Object[] row) {
    return new Lease(
        WorkKind.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).longValue());
  }
}
