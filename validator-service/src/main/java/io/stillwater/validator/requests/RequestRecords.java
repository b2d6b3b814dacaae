package io.stillwater.validator.requests;

import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.service.work.Lease;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.messaging.CheckAnswers;
import io.stillwater.validator.persistence.CheckRequestRow;
import io.stillwater.validator.persistence.CheckRequests;
import io.stillwater.validator.persistence.RequestLeases;
import io.stillwater.validator.persistence.RequestedCheckRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes results down; one is published if and only if it is written. */
@ApplicationScoped
@Transactional
public class RequestRecords {
  private final CheckRequests requests;
  private final RequestLeases leases;
  private final CheckAnswers answers;
  private final CheckMeters meters;
  private final Clock clock;

  RequestRecords(
      CheckRequests requests,
      RequestLeases leases,
      CheckAnswers answers,
      CheckMeters meters,
      Clock clock) {
    this.requests = requests;
    this.leases = leases;
    this.answers = answers;
    this.meters = meters;
    this.clock = clock;
  }

  public PendingRequest load(RequestKey key) {
    CheckRequestRow request = requests.request(key);
    RequestedChecks checks = RequestedChecks.of(request.request());
    Set<String> pending =
        requests.checks(key).stream()
            .filter(check -> check.status == null)
            .map(check -> check.checkId)
            .collect(Collectors.toSet());
    List<CheckSpec> specs =
        checks.specs().stream().filter(spec -> pending.contains(spec.id())).toList();
    return new PendingRequest(specs, checks.context(), request.deadlineAt);
  }

  /**
   * Writes down the results of one attempt. A failed read stays open while another try is of use.
   *
   * @throws io.stillwater.service.work.LeaseLostException when another worker has taken over
   */
  public void record(Lease<RequestKey> lease, List<CheckResult> results) {
    leases.fence(lease);
    CheckRequestRow request = requests.request(lease.key());
    Map<String, RequestedCheckRow> rows =
        requests.checks(lease.key()).stream()
            .collect(Collectors.toMap(row -> row.checkId, Function.identity()));
    boolean late = !clock.instant().isBefore(request.deadlineAt);
    for (CheckResult result : results) {
      RequestedCheckRow row = rows.get(result.spec().id());
      row.attempts++;
      row.detail = detail(row, result);
      if (!result.retryable() || late) {
        complete(request, row, result);
      }
    }
  }

  /** A deadline that ends the attempts is told with what the last of them met. */
  private static String detail(RequestedCheckRow row, CheckResult result) {
    boolean givenUp =
        result.status() == io.stillwater.checks.CheckStatus.UNKNOWN
            && !result.retryable()
            && row.detail != null;
    return givenUp
        ? "%s; the last of %d attempts: %s".formatted(result.detail(), row.attempts - 1, row.detail)
        : result.detail();
  }

  private void complete(CheckRequestRow request, RequestedCheckRow row, CheckResult result) {
    row.status = CheckStatus.valueOf(result.status().name());
    row.value = result.value();
    row.limit = result.limit();
    row.evidence = result.evidence();
    row.durationMs = result.duration().toMillis();
    row.completedAt = clock.instant();
    answers.completed(request, row);
    meters.completed(result);
  }
}
