package io.stillwater.validator.requests;

import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.Verdict;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.messaging.Backoff;
import io.stillwater.validator.domain.Deadline;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.messaging.CheckAnswers;
import io.stillwater.validator.persistence.CheckRequestRow;
import io.stillwater.validator.persistence.CheckRequests;
import io.stillwater.validator.persistence.RequestedCheckRow;
import io.stillwater.validator.work.Lease;
import io.stillwater.validator.work.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes results down and answers, each in one transaction: a result is published if and only if it
 * is written, and the verdict once per request.
 */
@ApplicationScoped
@Transactional
public class RequestRecords {
  private final CheckRequests requests;
  private final Leases leases;
  private final CheckAnswers answers;
  private final CheckMeters meters;
  private final Backoff backoff;
  private final Clock clock;

  RequestRecords(
      CheckRequests requests,
      Leases leases,
      CheckAnswers answers,
      CheckMeters meters,
      RequestConfig config,
      Clock clock) {
    this.requests = requests;
    this.leases = leases;
    this.answers = answers;
    this.meters = meters;
    this.backoff = new Backoff(config.firstRetry(), config.maxRetry());
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
   * @throws io.stillwater.validator.work.LeaseLostException when another worker has taken over
   */
  public void record(Lease lease, List<CheckResult> results) {
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

  /** Publishes the verdict when every check has its result, else sets the next attempt. */
  public void conclude(Lease lease) {
    leases.fence(lease);
    CheckRequestRow request = requests.request(lease.key());
    List<RequestedCheckRow> rows = requests.checks(lease.key());
    List<RequestedCheckRow> open = rows.stream().filter(row -> row.status == null).toList();
    if (open.isEmpty()) {
      reach(request, rows);
      leases.release(lease, null);
      return;
    }
    int attempts = open.stream().mapToInt(row -> row.attempts).max().orElse(1);
    Duration delay = backoff.after(Math.max(1, attempts));
    leases.release(lease, Deadline.nextAttempt(clock.instant(), delay, request.deadlineAt));
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

  private void reach(CheckRequestRow request, List<RequestedCheckRow> rows) {
    if (request.action != null) {
      return;
    }
    Verdict verdict = Verdict.of(results(request, rows));
    request.action = VerdictAction.valueOf(verdict.action().name());
    request.reason = verdict.reason();
    request.verdictAt = Instant.now(clock);
    answers.verdict(request, rows);
  }

  private static List<CheckResult> results(CheckRequestRow request, List<RequestedCheckRow> rows) {
    List<CheckSpec> specs = RequestedChecks.of(request.request()).specs();
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      RequestedCheckRow row = rows.get(i);
      results.add(
          new CheckResult(
              specs.get(i),
              io.stillwater.checks.CheckStatus.valueOf(row.status.name()),
              row.value,
              row.limit,
              row.detail,
              row.evidence,
              Duration.ofMillis(row.durationMs),
              false));
    }
    return results;
  }
}
