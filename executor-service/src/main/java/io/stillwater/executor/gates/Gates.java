package io.stillwater.executor.gates;

import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.GateRepository;
import io.stillwater.executor.persistence.GateRow;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Asks for the verdict of a stage and keeps what was asked. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Gates {
  private final GateRepository rows;
  private final Outbox outbox;
  private final DeploymentEvents events;

  Gates(GateRepository rows, Outbox outbox, DeploymentEvents events) {
    this.rows = rows;
    this.outbox = outbox;
    this.events = events;
  }

  /** Writes down that the stage's verdict is awaited. */
  public GateRow open(TrackedDeployment tracked, String stage, int tries, Instant deadline) {
    GateRow row = new GateRow();
    row.deploymentId = tracked.id();
    row.stage = stage;
    row.round = rows.last(tracked.id(), stage).map(last -> last.round).orElse(0) + 1;
    row.tries = tries;
    row.askedAt = Instant.now();
    row.deadlineAt = deadline;
    rows.persist(row);
    return row;
  }

  /**
   * Asks the validator for the checks of the present phase.
   *
   * @param columns per table: what the plan ends with
   */
  public void ask(
      TrackedDeployment tracked,
      String stage,
      int tries,
      Instant deadline,
      Map<String, List<CheckRequested.Column>> columns) {
    GateRow gate = open(tracked, stage, tries, deadline);
    List<Step> checks = tracked.course().checks();
    for (Step check : checks) {
      StepRow step = tracked.step(check);
      step.state = StepState.RUNNING;
      step.startedAt = gate.askedAt;
      step.attempts++;
      events.stepStarted(tracked, check);
    }
    CheckRequested request =
        new CheckRequested(
            tracked.id(),
            tracked.plan().planId(),
            stage,
            gate.round,
            tracked.plan().release().environment(),
            checks.stream().map(Gates::check).toList(),
            tracked.plan().pinned(),
            columns,
            deadline);
    outbox.publish(
        OutgoingEvent.of(EventTypes.CHECK_REQUESTED, tracked.id(), tracked.id(), request)
            .withExtension(EventExtensions.ENVIRONMENT, request.environment())
            .withExtension(EventExtensions.TRACEPARENT, tracked.row().traceparent));
  }

  private static CheckRequested.Check check(Step step) {
    StepArguments.Check arguments = (StepArguments.Check) step.arguments();
    return new CheckRequested.Check(
        step.id(),
        arguments.stage(),
        arguments.name(),
        step.target(),
        arguments.settings(),
        arguments.onBreach(),
        arguments.critical());
  }
}
