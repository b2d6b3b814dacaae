package io.stillwater.executor.holds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;

/**
 * One queue per table or component, first come first served. A deployment queues for all it needs
 * at once and in one order with all others, so two of them never wait for each other.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class HoldQueue {
  /** Any number that nothing else in this database locks. */
  private static final long ENQUEUE_LOCK = 0x5717_4011;

  private static final String BEFORE_ME =
      " FROM hold mine JOIN hold other ON other.resource = mine.resource"
          + " AND other.position < mine.position WHERE mine.deployment_id = :id";

  private final EntityManager entities;

  HoldQueue(EntityManager entities) {
    this.entities = entities;
  }

  /** What another deployment holds that this one needs. */
  public record Blocker(String resource, String holder) {}

  /** Queues up; a second call changes nothing. */
  public void enqueue(String deploymentId, Collection<String> resources) {
    entities
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(" + ENQUEUE_LOCK + ")")
        .getResultList();
    for (String resource : resources) {
      entities
          .createNativeQuery(
              "INSERT INTO hold (resource, deployment_id) VALUES (:resource, :id)"
                  + " ON CONFLICT DO NOTHING")
          .setParameter("resource", resource)
          .setParameter("id", deploymentId)
          .executeUpdate();
    }
  }

  public List<Blocker> blockers(String deploymentId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT DISTINCT ON (other.resource) other.resource, other.deployment_id"
                    + BEFORE_ME
                    + " ORDER BY other.resource, other.position",
                Object[].class)
            .setParameter("id", deploymentId)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Blocker((String) row[0], (String) row[1]))
        .toList();
  }

  /** Whether it has queued and is first everywhere. */
  public boolean taken(String deploymentId) {
    return !entities
        .createNativeQuery(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM hold WHERE deployment_id = :id)"
                + " AND NOT EXISTS (SELECT 1"
                + BEFORE_ME
                + ")",
            Integer.class)
        .setParameter("id", deploymentId)
        .getResultList()
        .isEmpty();
  }

  /**
   * Leaves all queues.
   *
   * @return the deployments that waited behind it
   */
  public List<String> release(String deploymentId) {
    List<?> waiting =
        entities
            .createNativeQuery(
                "SELECT DISTINCT other.deployment_id FROM hold mine JOIN hold other"
                    + " ON other.resource = mine.resource AND other.position > mine.position"
                    + " WHERE mine.deployment_id = :id",
                String.class)
            .setParameter("id", deploymentId)
            .getResultList();
    entities
        .createNativeQuery("DELETE FROM hold WHERE deployment_id = :id")
        .setParameter("id", deploymentId)
        .executeUpdate();
    return waiting.stream().map(String.class::cast).toList();
  }
}
