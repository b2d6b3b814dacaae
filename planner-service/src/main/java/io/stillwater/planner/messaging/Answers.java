package io.stillwater.planner.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.release.DocumentError;
import io.stillwater.events.release.ReleaseRejected;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.planner.contractions.ContractionProgress;
import io.stillwater.planner.domain.PlanFindings;
import io.stillwater.planner.domain.ReleaseRequest;
import io.stillwater.planner.persistence.Plans;
import io.stillwater.planner.persistence.Requests;
import io.stillwater.planner.planning.PlanMeters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells what became of a request: stored and published in the caller's transaction. */
@ApplicationScoped
class Answers {
  private final Outbox outbox;
  private final Plans plans;
  private final Requests requests;
  private final ContractionProgress contractions;
  private final PlanMeters meters;
  private final Clock clock;

  Answers(
      Outbox outbox,
      Plans plans,
      Requests requests,
      ContractionProgress contractions,
      PlanMeters meters,
      Clock clock) {
    this.outbox = outbox;
    this.plans = plans;
    this.requests = requests;
    this.contractions = contractions;
    this.meters = meters;
    this.clock = clock;
  }

  void reject(ReleaseRequest request, JsonNode document, List<DocumentError> errors) {
    outbox.publish(
        OutgoingEvent.of(
            EventTypes.RELEASE_REJECTED,
            ReleaseKey.of(document, request.deploymentId()),
            request.deploymentId(),
            new ReleaseRejected(
                request.requestId(), request.deploymentId(), DocumentErrors.bounded(errors))));
    meters.rejected();
  }

  /** A plan that no event can hold is refused and goes without its steps. */
  void answer(ReleaseRequest request, Plan planned) {
    Plan plan = PublishablePlan.of(planned.forRequest(request.requestId(), request.deploymentId()));
    Instant now = clock.instant();
    plans.keep(plan, now);
    requests.planned(request, plan.planId(), now);
    if (plan.status() == PlanStatus.REFUSED) {
      contractions.refused(request.deploymentId(), PlanFindings.refusals(plan));
    }
    outbox.publish(
        OutgoingEvent.of(
                plan.status() == PlanStatus.PLANNED
                    ? EventTypes.PLAN_CREATED
                    : EventTypes.PLAN_REFUSED,
                request.deploymentId(),
                request.deploymentId(),
                plan)
            .withExtension(EventExtensions.ENVIRONMENT, plan.release().environment()));
    meters.answered(plan);
  }
}
