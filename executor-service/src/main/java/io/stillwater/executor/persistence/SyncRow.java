package io.stillwater.executor.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Two columns of a table that are kept in step until the old name is gone. */
@Entity
@Table(name = "column_sync")
@IdClass(StepRow.Key.class)
public class SyncRow {
  public static final String NAME_GONE = "one of the two names is gone";

  @Id
  @Column(name = "deployment_id")
  public String deploymentId;

  @Id
  @Column(name = "step_id")
  public String stepId;

  @Column(name = "table_name")
  public String tableName;

  @Column(name = "old_column")
  public String oldColumn;

  @Column(name = "new_column")
  public String newColumn;

  /** The snapshot that was looked at last; null before the first look. */
  @Column(name = "snapshot_id")
  public Long snapshotId;

  /** Rows in which both names hold different values. */
  public long conflicts;

  @Column(name = "ended_at")
  public Instant endedAt;

  @Column(name = "ended_because")
  public String endedBecause;
}
