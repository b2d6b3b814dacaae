package io.stillwater.validator.work;

import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckRunner;
import io.stillwater.checks.CheckSpec;
import io.stillwater.service.work.Lease;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.requests.PendingRequest;
import io.stillwater.validator.requests.RequestConclusion;
import io.stillwater.validator.requests.RequestRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tries each check of a request that has no result yet, once; no transaction is open meanwhile. */
@ApplicationScoped
public class RequestWorker {
  private final RequestRecords records;
  private final RequestConclusion conclusion;
  private final CheckRunner runner;
  private final TimedChecks timed;

  RequestWorker(
      RequestRecords records, RequestConclusion conclusion, CheckRunner runner, TimedChecks timed) {
    this.records = records;
    this.conclusion = conclusion;
    this.runner = runner;
    this.timed = timed;
  }

  void work(Lease<RequestKey> lease) {
    PendingRequest request = records.load(lease.key());
    for (List<CheckSpec> batch : runner.batches(request.pending())) {
      List<CheckResult> results = timed.run(batch, request.context(), request.deadline());
      records.record(lease, results);
    }
    conclusion.conclude(lease);
  }
}
