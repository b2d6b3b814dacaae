package io.stillwater.executor.work;

/** What a work item is about; the name stands in its row. */
public enum WorkKind {
  /** A deployment's next moves; the id is the deployment's. */
  DEPLOYMENT,
  /** Two columns kept in step; the id is deployment and step. */
  SYNC,
  /** Tags to be removed when the rollback window has ended; the id is the deployment's. */
  TAGS
}
