package io.stillwater.planner.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A SYNC step whose two columns disagree in some rows. */
@Entity
@Table(name = "contraction_block")
class ContractionBlockRow {
  @EmbeddedId Key key;

  @Column(name = "table_name")
  String tableName;

  String reason;

  @Embeddable
  record Key(
      @Column(name = "deployment_id") String deploymentId,
      @Column(name = "step_id") String stepId) {}
}
