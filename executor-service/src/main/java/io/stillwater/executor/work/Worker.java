package io.stillwater.executor.work;

import io.stillwater.service.work.Lease;

/** Does the work of one kind. */
public interface Worker {
  WorkKind kind();

  /** Works until there is nothing to do now, and releases the lease in its last transaction. */
  void work(Lease<WorkItem> lease);
}
