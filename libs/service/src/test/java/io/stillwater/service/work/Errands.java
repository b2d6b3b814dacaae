package io.stillwater.service.work;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** The rows of the sample service. */
@Singleton
public class Errands extends Leases<Errand> {
  private static final LeasedTable<Errand> TABLE =
      new LeasedTable<>(
          "errand",
          "due_at",
          "leases",
          List.of("place", "number"),
          errand -> List.of(errand.place(), errand.number()),
          row -> new Errand((String) row[0], ((Number) row[1]).intValue()));

  private final EntityManager entities;
  private final Event<WorkDue> due;

  Errands(EntityManager entities, Event<WorkDue> due) {
    super(entities, TABLE);
    this.entities = entities;
    this.due = due;
  }

  @Transactional
  public void add(Errand errand) {
    entities
        .createNativeQuery(
            "INSERT INTO errand (place, number, due_at) VALUES (:place, :number, now())")
        .setParameter("place", errand.place())
        .setParameter("number", errand.number())
        .executeUpdate();
    due.fire(new WorkDue());
  }

  /** As if the worker had been killed and its time had passed. */
  @Transactional
  public void expire(Errand errand) {
    entities
        .createNativeQuery(
            "UPDATE errand SET lease_until = now() WHERE place = :place AND number = :number")
        .setParameter("place", errand.place())
        .setParameter("number", errand.number())
        .executeUpdate();
  }

  /** Keeps the row locked until the transaction ends, as a claim does. */
  @Transactional(TxType.MANDATORY)
  public void lock(Errand errand) {
    entities
        .createNativeQuery(
            "SELECT 1 FROM errand WHERE place = :place AND number = :number FOR UPDATE")
        .setParameter("place", errand.place())
        .setParameter("number", errand.number())
        .getResultList();
  }

  /** Until when each lease lasts, as text. */
  @Transactional
  public List<String> leases() {
    List<?> ends =
        entities
            .createNativeQuery(
                "SELECT CAST(lease_until AS text) FROM errand WHERE lease_until IS NOT NULL",
                String.class)
            .getResultList();
    return ends.stream().map(String.class::cast).toList();
  }

  @Transactional
  public long count() {
    return (Long)
        entities.createNativeQuery("SELECT count(*) FROM errand", Long.class).getSingleResult();
  }

  @Transactional
  public void clear() {
    entities.createNativeQuery("DELETE FROM errand").executeUpdate();
  }
}
