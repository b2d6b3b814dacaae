package io.stillwater.executor.persistence;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.executor.domain.PauseCause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A deployment as it is stored; {@link DeploymentRows} reads it as a state of the domain. */
@Entity
@Table(name = "deployment")
public class DeploymentRow {
  @Id public String id;

  @Column(name = "plan_id")
  public String planId;

  /** The plan as JSON, as the planner sent it. */
  public String plan;

  @Enumerated(EnumType.STRING)
  public DeploymentState state;

  /** Of PAUSED and FAILED_NEEDS_HUMAN: where it goes on. */
  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  public DeploymentState fromState;

  @Enumerated(EnumType.STRING)
  @Column(name = "pause_cause")
  public PauseCause pauseCause;

  @Enumerated(EnumType.STRING)
  public Phase phase;

  public boolean approved;
  public boolean stale;
  public String reason;

  @Column(name = "soak_until")
  public Instant soakUntil;

  /** The table it queues for and who holds it, in words. */
  @Column(name = "waits_for")
  public String waitsFor;

  /** A pause that was asked for while a step ran. */
  @Column(name = "pause_reason")
  public String pauseReason;

  @Column(name = "skip_waits")
  public boolean skipWaits;

  /** What could not be taken back, as JSON. */
  public String kept = "[]";

  public String traceparent;
  @Version public long version;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "phase_started_at")
  public Instant phaseStartedAt;

  @Column(name = "finished_at")
  public Instant finishedAt;

  @Column(name = "rollback_until")
  public Instant rollbackUntil;
}
