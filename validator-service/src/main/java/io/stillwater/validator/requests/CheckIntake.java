package io.stillwater.validator.requests;

import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.messaging.PoisonEventException;
import io.stillwater.service.work.WorkDue;
import io.stillwater.validator.domain.Deadline;
import io.stillwater.validator.domain.RequestKey;
import io.stillwater.validator.persistence.CheckRequestRow;
import io.stillwater.validator.persistence.CheckRequests;
import io.stillwater.validator.persistence.RequestedCheckRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes down what is asked; the work is done elsewhere. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CheckIntake {
  private static final Logger LOG = Logger.getLogger(CheckIntake.class);

  private final CheckRequests requests;
  private final jakarta.enterprise.event.Event<WorkDue> due;
  private final RequestConfig config;
  private final Clock clock;

  CheckIntake(
      CheckRequests requests,
      jakarta.enterprise.event.Event<WorkDue> due,
      RequestConfig config,
      Clock clock) {
    this.requests = requests;
    this.due = due;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A stage that was asked for in the same round before is not asked for again, whatever the id of
   * the event.
   *
   * @throws PoisonEventException when the request cannot be understood
   */
  public void accept(Event<CheckRequested> event) {
    CheckRequested request = event.data();
    requireReadable(request);
    RequestKey key = new RequestKey(request.deploymentId(), request.stage(), request.round());
    if (!requests.claim(row(key, event))) {
      LOG.infof("Checks of %s were asked for before; the repetition has no effect", key);
      return;
    }
    List<CheckRequested.Check> checks = request.checks();
    for (int i = 0; i < checks.size(); i++) {
      requests.add(RequestedCheckRow.of(key, i, checks.get(i)));
    }
    due.fire(new WorkDue());
  }

  private CheckRequestRow row(RequestKey key, Event<CheckRequested> event) {
    Instant now = clock.instant();
    CheckRequestRow row = CheckRequestRow.of(key, event.data());
    row.causationId = event.id();
    row.traceparent = event.extensions().get(EventExtensions.TRACEPARENT);
    row.receivedAt = now;
    row.deadlineAt =
        Deadline.of(now, event.data().deadline(), config.usualDeadline(), config.deadlineMargin());
    row.nextAttemptAt = now;
    return row;
  }

  private static void requireReadable(CheckRequested request) {
    try {
      RequestedChecks.of(request);
    } catch (IllegalArgumentException e) {
      throw new PoisonEventException("The request cannot be understood: " + e.getMessage(), e);
    }
  }
}
