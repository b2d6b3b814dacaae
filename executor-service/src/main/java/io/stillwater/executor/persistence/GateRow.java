package io.stillwater.executor.persistence;

import io.stillwater.events.check.VerdictAction;
import io.stillwater.executor.domain.Gate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One asking of a stage's checks. */
@Entity
@Table(name = "gate")
@IdClass(GateRow.Key.class)
public class GateRow {
  @Id
  @Column(name = "deployment_id")
  public String deploymentId;

  @Id public String stage;
  @Id public int round;
  public int tries;

  @Column(name = "asked_at")
  public Instant askedAt;

  @Column(name = "deadline_at")
  public Instant deadlineAt;

  @Enumerated(EnumType.STRING)
  public VerdictAction action;

  public String reason;

  /** Of an answered soak: whether a metric left its bounds; null where that was not said. */
  public Boolean breached;

  /** Its answer, if any, counts no more: the stage is to be asked anew. */
  public boolean dismissed;

  public Gate gate() {
    return new Gate(stage, round, tries, deadlineAt, action, reason, breached);
  }

  /** The primary key. */
  public record Key(String deploymentId, String stage, int round) implements Serializable {}
}
