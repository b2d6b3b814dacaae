package io.stillwater.validator.messaging;

import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.validator.persistence.CheckRequestRow;
import io.stillwater.validator.persistence.RequestedCheckRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Publishes results and verdicts, with ids that follow from what they answer. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CheckAnswers {
  private final Outbox outbox;

  CheckAnswers(Outbox outbox) {
    this.outbox = outbox;
  }

  public void completed(CheckRequestRow request, RequestedCheckRow check) {
    publish(EventTypes.CHECK_COMPLETED, request, check.checkId, check.completed());
  }

  public void verdict(CheckRequestRow request, List<RequestedCheckRow> checks) {
    VerdictReached verdict =
        new VerdictReached(
            request.deploymentId,
            request.stage,
            request.round,
            request.action,
            request.reason,
            null,
            checks.stream().map(RequestedCheckRow::completed).toList());
    publish(EventTypes.VERDICT_REACHED, request, "", verdict);
  }

  private <T> void publish(EventType<T> type, CheckRequestRow request, String part, T data) {
    outbox.publish(
        OutgoingEvent.of(type, request.deploymentId, request.deploymentId, data)
            .withId(id(type, request, part))
            .withExtension(EventExtensions.CAUSATION_ID, request.causationId)
            .withExtension(EventExtensions.TRACEPARENT, request.traceparent)
            .withExtension(EventExtensions.ENVIRONMENT, request.request().environment()));
  }

  private static String id(EventType<?> type, CheckRequestRow request, String part) {
    String text =
        String.join(
            "\n",
            type.name(),
            request.deploymentId,
            request.stage,
            Integer.toString(request.round),
            part);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
