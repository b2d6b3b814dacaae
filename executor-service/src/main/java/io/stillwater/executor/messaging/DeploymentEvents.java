package io.stillwater.executor.messaging;

import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentEvent.Kept;
import io.stillwater.events.deployment.DeploymentEvent.StepRef;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells what happens to deployments, each in the transaction in which it happens. */
@ApplicationScoped
public class DeploymentEvents {
  /** Bytes: a record may have 1 MiB, and the rest of the event needs some. */
  private static final int LARGEST_PLAN = 1024 * 1024 - 16 * 1024;

  private final Outbox outbox;

  DeploymentEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void started(TrackedDeployment of) {
    publish(of, EventTypes.DEPLOYMENT_STARTED, new Details().plan(planOf(of)));
  }

  public void planStale(TrackedDeployment of, String reason) {
    publish(of, EventTypes.PLAN_STALE, new Details().reason(reason));
  }

  public void stateChanged(TrackedDeployment of, DeploymentState before, String reason) {
    publish(of, EventTypes.STATE_CHANGED, changed(before, reason));
  }

  /** The same deployment goes on with another plan. */
  public void planReplaced(TrackedDeployment of, DeploymentState before, String reason) {
    publish(of, EventTypes.STATE_CHANGED, changed(before, reason).plan(planOf(of)));
  }

  /** Left out where the record would be too large; the plans topic has it. */
  private static Plan planOf(TrackedDeployment of) {
    int bytes = of.row().plan.getBytes(StandardCharsets.UTF_8).length;
    return bytes > LARGEST_PLAN ? null : of.plan();
  }

  /** Nothing changed in the deployment itself, but a sync found rows that it must leave alone. */
  public void conflictsNoticed(TrackedDeployment of, Step step, long conflicts, String reason) {
    Details details =
        changed(of.row().state, reason)
            .step(ref(step, of.step(step), reason, null).withConflicts(conflicts));
    publish(of, EventTypes.STATE_CHANGED, details);
  }

  private static Details changed(DeploymentState before, String reason) {
    Details details = new Details().reason(reason);
    details.previous = before;
    return details;
  }

  public void phaseStarted(TrackedDeployment of, Phase phase) {
    publish(of, EventTypes.PHASE_STARTED, new Details().phase(phase));
  }

  public void phaseCompleted(TrackedDeployment of, Phase phase, Duration took) {
    publish(of, EventTypes.PHASE_COMPLETED, new Details().phase(phase).reason("took " + took));
  }

  public void stepStarted(TrackedDeployment of, Step step) {
    publish(of, EventTypes.STEP_STARTED, about(of, step, null, null));
  }

  public void stepCompleted(TrackedDeployment of, Step step, String detail, Duration took) {
    publish(of, EventTypes.STEP_COMPLETED, about(of, step, detail, took));
  }

  public void stepFailed(TrackedDeployment of, Step step, String reason) {
    publish(of, EventTypes.STEP_FAILED, about(of, step, null, null).reason(reason));
  }

  public void stepUndone(TrackedDeployment of, Step step, String detail, Duration took) {
    publish(of, EventTypes.STEP_UNDONE, about(of, step, detail, took));
  }

  public void completed(TrackedDeployment of) {
    publish(of, EventTypes.DEPLOYMENT_COMPLETED, new Details().reason(of.row().reason));
  }

  public void rolledBack(TrackedDeployment of) {
    publish(
        of,
        EventTypes.DEPLOYMENT_ROLLED_BACK,
        new Details().reason(of.row().reason).kept(of.kept()));
  }

  public void failed(TrackedDeployment of) {
    publish(of, EventTypes.DEPLOYMENT_FAILED, new Details().reason(of.row().reason));
  }

  private static Details about(TrackedDeployment of, Step step, String detail, Duration took) {
    Phase phase =
        of.plan().phases().stream()
            .filter(candidate -> candidate.steps().contains(step))
            .findFirst()
            .orElseThrow()
            .phase();
    return new Details().phase(phase).step(ref(step, of.step(step), detail, took));
  }

  private static StepRef ref(Step step, StepRow row, String detail, Duration took) {
    Long millis = took == null ? null : took.toMillis();
    return new StepRef(step.id(), step.kind(), step.target(), row.attempts, detail, millis);
  }

  private void publish(TrackedDeployment of, EventType<DeploymentEvent> type, Details details) {
    DeploymentEvent event =
        new DeploymentEvent(
            of.id(),
            of.plan().planId(),
            of.plan().requestId(),
            of.plan().release(),
            of.row().state,
            details.previous,
            details.phase,
            details.step,
            Instant.now(),
            details.reason,
            of.row().state == DeploymentState.SOAKING ? of.row().soakUntil : null,
            details.kept,
            details.plan,
            null);
    outbox.publish(
        OutgoingEvent.of(type, of.id(), of.id(), event)
            .withExtension(EventExtensions.ENVIRONMENT, of.plan().release().environment())
            .withExtension(EventExtensions.TRACEPARENT, of.row().traceparent));
  }

  /** The fields that only some types carry. */
  private static final class Details {
    private DeploymentState previous;
    private Phase phase;
    private StepRef step;
    private String reason;
    private List<Kept> kept;
    private Plan plan;

    Details phase(Phase value) {
      phase = value;
      return this;
    }

    Details step(StepRef value) {
      step = value;
      return this;
    }

    Details reason(String value) {
      reason = value;
      return this;
    }

    Details kept(List<Kept> value) {
      kept = value;
      return this;
    }

    Details plan(Plan value) {
      plan = value;
      return this;
    }
  }
}
