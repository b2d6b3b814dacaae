package io.stillwater.planner.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A release that was asked for, and the plan that stands for it now. */
@Entity
@Table(name = "release_request")
class RequestRow {
  @Id
  @Column(name = "deployment_id")
  String deploymentId;

  @Column(name = "request_id")
  String requestId;

  String source;

  String document;

  @Column(name = "plan_id")
  String planId;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "planned_at")
  Instant plannedAt;

  /** Null unless the deployment is COMPLETED. */
  @Column(name = "completed_at")
  Instant completedAt;
}
