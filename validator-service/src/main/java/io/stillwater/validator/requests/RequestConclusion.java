package io.stillwater.validator.requests;

import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.checks.Verdict;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.messaging.Backoff;
import io.stillwater.service.work.Lease;
import io.stillwater.validator.domain.Deadline;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.messaging.CheckAnswers;
import io.stillwater.validator.persistence.CheckRequestRow;
import io.stillwater.validator.persistence.CheckRequests;
import io.stillwater.validator.persistence.RequestLeases;
import io.stillwater.validator.persistence.RequestedCheckRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends a round of attempts: with the verdict, once per request, or with the time of the next. */
@ApplicationScoped
@Transactional
public class RequestConclusion {
  private final CheckRequests requests;
  private final RequestLeases leases;
  private final CheckAnswers answers;
  private final Backoff backoff;
  private final Clock clock;

  RequestConclusion(
      CheckRequests requests,
      RequestLeases leases,
      CheckAnswers answers,
      RequestConfig config,
      Clock clock) {
    this.requests = requests;
    this.leases = leases;
    this.answers = answers;
    this.backoff = new Backoff(config.firstRetry(), config.maxRetry());
    this.clock = clock;
  }

  /**
   * Publishes the verdict when every check has its result, else sets the next attempt; gives the
   * lease back.
   *
   * @throws io.stillwater.service.work.LeaseLostException when another worker has taken over
   */
  public void conclude(Lease<RequestKey> lease) {
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

  private void reach(CheckRequestRow request, List<RequestedCheckRow> rows) {
    if (request.action != null) {
      return;
    }
    Verdict verdict = Verdict.of(results(request, rows));
    request.action = VerdictAction.valueOf(verdict.action().name());
    request.reason = verdict.reason();
    request.verdictAt = clock.instant();
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
              CheckStatus.valueOf(row.status.name()),
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
