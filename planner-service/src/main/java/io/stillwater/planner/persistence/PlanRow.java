package io.stillwater.planner.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A plan as it was published or answered, by its id. */
@Entity
@Table(name = "plan")
class PlanRow {
  @Id
  @Column(name = "plan_id")
  String planId;

  String status;

  String risk;

  String document;

  @Column(name = "planned_at")
  Instant plannedAt;
}
