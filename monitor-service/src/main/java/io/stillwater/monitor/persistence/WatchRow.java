package io.stillwater.monitor.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stillwater.events.EventJson;
import io.stillwater.monitor.domain.analysis.DeploymentWatch;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A release under watch, and what was already said of it. */
@Entity
@Table(name = "watch")
public class WatchRow {
  @Id
  @Column(name = "deployment_id")
  private String deploymentId;

  private String environment;
  private boolean active;

  @Column(name = "effect_at")
  private Instant effectAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "soak_until")
  private Instant soakUntil;

  private String state;
  private boolean breached;
  private String standing = "";

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "verdict_for")
  private Instant verdictFor;

  @Column(name = "verdict_round")
  private int verdictRound;

  protected WatchRow() {}

  public WatchRow(String deploymentId, String environment) {
    this.deploymentId = deploymentId;
    this.environment = Storable.text(environment);
  }

  public String deploymentId() {
    return deploymentId;
  }

  public String environment() {
    return environment;
  }

  public DeploymentWatch watch() {
    try {
      return EventJson.MAPPER.readValue(state, DeploymentWatch.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The watch of " + deploymentId + " cannot be read back", e);
    }
  }

  public void counted(DeploymentWatch watch, Instant now) {
    try {
      state = EventJson.MAPPER.writeValueAsString(watch);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The watch of " + deploymentId + " is no JSON", e);
    }
    effectAt = watch.effectAt();
    changedAt = now;
  }

  /** Until when it soaks; null while it does not. */
  public void follows(boolean nowActive, Instant closed, Instant newSoakUntil) {
    active = nowActive;
    closedAt = closed;
    soakUntil = newSoakUntil;
  }

  /** True once only. */
  public boolean breachesNow() {
    boolean first = !breached;
    breached = true;
    return first;
  }

  /** Whether something new is to be said, now or because the last time is long ago. */
  public boolean isToBeTold(String newStanding, Instant lastTimeBefore) {
    return toldAt == null
        || !standing.equals(newStanding)
        || (changedAt.isAfter(toldAt) && toldAt.isBefore(lastTimeBefore));
  }

  public void told(String newStanding, Instant now) {
    standing = newStanding;
    toldAt = now;
  }

  public boolean soakEndsWithoutVerdict(Instant now) {
    return active && soakUntil != null && !soakUntil.isAfter(now) && !soakUntil.equals(verdictFor);
  }

  public Instant soakUntil() {
    return soakUntil;
  }

  HarmfulTime harmfulTime() {
    return new HarmfulTime(effectAt, closedAt);
  }

  /** Counts the verdict on the present end of the soak; returns its round. */
  public int verdictGiven() {
    verdictFor = soakUntil;
    return ++verdictRound;
  }
}
