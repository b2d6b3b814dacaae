package io.stillwater.monitor.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is known of a deployment, with the columns that lists are filtered and ordered by. */
@Entity
@Table(name = "deployment")
public class DeploymentRow {
  @Id
  @Column(name = "deployment_id")
  String deploymentId;

  String environment;
  String state;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  /** Tables and components. */
  String[] subjects;

  long revision;

  @Column(name = "updated_at")
  Instant updatedAt;

  String document;

  protected DeploymentRow() {}

  public String deploymentId() {
    return deploymentId;
  }

  public Instant startedAt() {
    return startedAt;
  }
}
