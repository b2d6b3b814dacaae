package io.stillwater.monitor.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The releases under watch. */
@ApplicationScoped
public class WatchRepository implements PanacheRepositoryBase<WatchRow, String> {
  /** Any number, so long as it is the monitor's own in its own database. */
  private static final long OPENING = 0x57A7C4;

  /**
   * Samples are stored and counted under the shared lock, a watch is opened under the exclusive
   * one: it counts what was stored before, and every sample that comes after finds it open.
   */
  public void lockForSamples() {
    lock("pg_advisory_xact_lock_shared");
  }

  public void lockForOpening() {
    lock("pg_advisory_xact_lock");
  }

  private void lock(String function) {
    getEntityManager()
        .createNativeQuery("select 1 from " + function + "(:key)")
        .setParameter("key", OPENING)
        .getSingleResult();
  }

  /**
   * @param environment null for any: a producer need not name it
   */
  public List<WatchRow> active(String environment) {
    return environment == null
        ? find("active order by deploymentId").withLock(LockModeType.PESSIMISTIC_WRITE).list()
        : find("active and environment = ?1 order by deploymentId", Storable.text(environment))
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
  }

  public Optional<WatchRow> held(String deploymentId) {
    return find("deploymentId", Storable.text(deploymentId))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Releases whose soak has ended with no verdict on it yet. */
  public List<String> soaked(Instant now) {
    return ids(
        "soakUntil <= ?1 and active and (verdictFor is null or verdictFor <> soakUntil)", now);
  }

  /** Releases of which something was counted since they were last spoken of. */
  public List<String> untold(Instant lastTimeBefore) {
    return ids("active and toldAt < ?1 and changedAt > toldAt", lastTimeBefore);
  }

  /** From when to when a release did harm: no time to compare others with. */
  public List<HarmfulTime> harmfulTimes(String environment, Instant from) {
    return find(
            "breached and environment = ?1 and (closedAt is null or closedAt > ?2)",
            Storable.text(environment),
            from)
        .stream()
        .map(WatchRow::harmfulTime)
        .toList();
  }

  private List<String> ids(String where, Instant moment) {
    return find(where, moment).stream().map(WatchRow::deploymentId).toList();
  }
}
