package io.stillwater.executor.work;

import io.stillwater.service.work.Dispatcher;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Gives due work to the worker of its kind. */
@Singleton
class WorkDispatcher extends Dispatcher<WorkItem> {
  private final Map<WorkKind, Worker> workers = new EnumMap<>(WorkKind.class);

  WorkDispatcher(WorkQueue queue, WorkConfig config, Instance<Worker> all) {
    super(queue, config);
    all.forEach(worker -> workers.put(worker.kind(), worker));
  }

  @Override
  protected void work(Lease<WorkItem> lease) {
    workers.get(lease.key().kind()).work(lease);
  }
}
