package io.stillwater.validator.work;

import io.stillwater.service.work.Dispatcher;
import io.stillwater.service.work.Lease;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.persistence.RequestLeases;
import jakarta.inject.Singleton;

/** Has due requests answered. */
@Singleton
class RequestDispatcher extends Dispatcher<RequestKey> {
  private final RequestWorker worker;

  RequestDispatcher(RequestLeases leases, RequestWorker worker, WorkConfig config) {
    super(leases, config);
    this.worker = worker;
  }

  @Override
  protected void work(Lease<RequestKey> lease) {
    worker.work(lease);
  }
}
