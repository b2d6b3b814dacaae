package io.stillwater.executor.steps;

import io.stillwater.events.plan.StepArguments.CopyColumn;
import java.util.Optional;

/** The columns that earlier deployments left to be kept in step until the old one is dropped. */
public interface ColumnsInStep {

  /** The copying out of a column, empty where it is kept in step with nothing. */
  Optional<InStep> from(String table, String column);

  /** The column is there again: what was kept in step with it is so again. */
  void resume(String table, String column);

  /**
   * @param snapshotId up to where the columns are in step; null before the first look
   */
  record InStep(String deploymentId, String stepId, CopyColumn columns, Long snapshotId) {}
}
