package io.stillwater.executor.work;

import io.stillwater.service.work.LeasedTable;
import io.stillwater.service.work.Leases;
import io.stillwater.service.work.WorkDue;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;

/** The rows that say what is to be worked on, when, and who does. */
@Singleton
public class WorkQueue extends Leases<WorkItem> {
  private static final LeasedTable<WorkItem> TABLE =
      new LeasedTable<>(
          "work",
          "wake_at",
          "token",
          List.of("kind", "id"),
          item -> List.of(item.kind().name(), item.id()),
          row -> new WorkItem(WorkKind.valueOf((String) row[0]), (String) row[1]));

  private final EntityManager entities;
  private final Event<WorkDue> due;

  WorkQueue(EntityManager entities, Event<WorkDue> due) {
    super(entities, TABLE);
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
}
