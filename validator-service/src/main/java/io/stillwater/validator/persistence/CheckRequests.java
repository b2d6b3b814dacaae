package io.stillwater.validator.persistence;

import io.stillwater.validator.domain.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Requests with their checks. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CheckRequests {
  private final CheckRequestRepository requests;
  private final RequestedCheckRepository checks;
  private final EntityManager entities;

  CheckRequests(
      CheckRequestRepository requests, RequestedCheckRepository checks, EntityManager entities) {
    this.requests = requests;
    this.checks = checks;
    this.entities = entities;
  }

  /** Adds the request; false when there is one of that deployment, stage and round. */
  public boolean claim(CheckRequestRow row) {
    return entities
            .createNativeQuery(
                "INSERT INTO check_request (deployment_id, stage, round, document, causation_id,"
                    + " traceparent, received_at, deadline_at, next_attempt_at)"
                    + " VALUES (:deployment, :stage, :round, :document, :cause, :trace, :received,"
                    + " :deadline, :next) ON CONFLICT DO NOTHING")
            .setParameter("deployment", row.deploymentId)
            .setParameter("stage", row.stage)
            .setParameter("round", row.round)
            .setParameter("document", row.document)
            .setParameter("cause", row.causationId)
            .setParameter("trace", row.traceparent)
            .setParameter("received", row.receivedAt)
            .setParameter("deadline", row.deadlineAt)
            .setParameter("next", row.nextAttemptAt)
            .executeUpdate()
        == 1;
  }

  public void add(RequestedCheckRow check) {
    checks.persist(check);
  }

  /**
   * @throws IllegalStateException when there is no such request
   */
  public CheckRequestRow request(RequestKey key) {
    return requests
        .findByIdOptional(CheckRequestRow.Key.of(key))
        .orElseThrow(() -> new IllegalStateException("There is no request " + key));
  }

  public List<RequestedCheckRow> checks(RequestKey key) {
    return checks.of(key);
  }
}
