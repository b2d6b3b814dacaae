package io.stillwater.planner.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** How it stands with one contraction whose grace period is over. */
@Entity
@Table(name = "contraction")
public class ContractionRow {
  @EmbeddedId public Key key;

  /** HELD or REQUESTED. */
  public String state;

  public String reason;

  @Column(name = "not_before")
  public Instant notBefore;

  public int attempt;

  @Column(name = "contracted_by")
  public String contractedBy;

  /** The state of the deployment that drops it; null before its first event. */
  public String contracting;

  @Embeddable
  public record Key(@Column(name = "deployment_id") String deploymentId, int position) {}
}
