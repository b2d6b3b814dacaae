package io.stillwater.executor.steps.iceberg;

/** New data came between the look at a snapshot and the commit that rests on it. */
class SnapshotMovedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SnapshotMovedException() {
    super("new data came in meanwhile");
  }
}
