package io.stillwater.monitor.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One event of a deployment, as it was said. */
@Entity
@Table(name = "deployment_event")
public class EventRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column(name = "deployment_id")
  String deploymentId;

  String type;

  @Column(name = "event_id")
  String eventId;

  @Column(name = "happened_at")
  Instant happenedAt;

  String actor;

  String data;

  protected EventRow() {}

  EventRow(
      String deploymentId,
      String type,
      String eventId,
      Instant happenedAt,
      String actor,
      String data) {
    this.deploymentId = deploymentId;
    this.type = Storable.text(type);
    this.eventId = Storable.text(eventId);
    this.happenedAt = happenedAt;
    this.actor = Storable.text(actor);
    this.data = data;
  }

  public String type() {
    return type;
  }

  public String eventId() {
    return eventId;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  /** JSON, as text. */
  public String data() {
    return data;
  }
}
