package io.stillwater.executor.persistence;

import io.stillwater.executor.domain.StepProgress;
import io.stillwater.executor.domain.StepState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** How far one step of a deployment has come. */
@Entity
@Table(name = "step")
@IdClass(StepRow.Key.class)
public class StepRow {
  @Id
  @Column(name = "deployment_id")
  public String deploymentId;

  @Id
  @Column(name = "step_id")
  public String stepId;

  /** Its place in the plan, from 0. */
  public int position;

  @Enumerated(EnumType.STRING)
  public StepState state;

  public int attempts;

  @Column(name = "attempt_limit")
  public int attemptLimit;

  @Column(name = "next_attempt_at")
  public Instant nextAttemptAt;

  @Column(name = "deadline_at")
  public Instant deadlineAt;

  @Column(name = "started_at")
  public Instant startedAt;

  @Column(name = "finished_at")
  public Instant finishedAt;

  /** What its undo needs to know of the time before, as JSON. */
  public String memory = "{}";

  public String detail;

  @Column(name = "last_error")
  public String lastError;

  public StepProgress progress() {
    return new StepProgress(
        stepId, state, attempts, attemptLimit, nextAttemptAt, deadlineAt, lastError);
  }

  /** The primary key. */
  public record Key(String deploymentId, String stepId) implements Serializable {}
}
