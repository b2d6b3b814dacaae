package io.stillwater.executor.work;

/** Does the work of one kind. */
public interface Worker {
  WorkKind kind();

  /** Works until there is nothing to do now, and releases the lease in its last transaction. */
  void work(Lease lease);
}
