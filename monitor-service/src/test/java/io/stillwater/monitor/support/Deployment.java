package io.stillwater.monitor.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stillwater.events.EventJson;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentEvent.StepRef;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Analysis;
import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Policy;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Summary;
import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.events.release.ReleaseRef;
import io.stillwater.testing.EventRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One deployment as the other services would tell of it. */
public record Deployment(String id, String requestId, ReleaseRef release, Analysis analysis) {
  public static final String TABLE = "lake.crm.users";

  public static Deployment of(String environment, Analysis analysis) {
    String random = UUID.randomUUID().toString();
    return new Deployment(
        "d-" + random.replace("-", "").substring(0, 12),
        random,
        new ReleaseRef("discounts", "v2.15.0", environment),
        analysis);
  }

  public Deployment named(String name) {
    return new Deployment(
        id, requestId, new ReleaseRef(name, release.version(), release.environment()), analysis);
  }

  public Plan plan() {
    Step add =
        new Step(
            "s1",
            StepKind.ADD_COLUMN,
            TABLE,
            "Add column first_name",
            new StepArguments.DropColumn("first_name"),
            Map.of(),
            null,
            List.of(),
            new Undo(UndoKind.EXACT, Map.of(), "rollback is promised"),
            false);
    Step rollOut =
        new Step(
            "s2",
            StepKind.ROLL_OUT,
            "trino",
            "Roll out trino",
            new StepArguments.RollOut("trino", "blue_green", Map.of()),
            Map.of(),
            null,
            List.of("s1"),
            new Undo(UndoKind.EXACT, Map.of(), null),
            false);
    return new Plan(
        "p-" + id.substring(2),
        requestId,
        id,
        release,
        PlanStatus.PLANNED,
        Risk.HIGH,
        new Summary(1, 0, 0, 0),
        List.of(
            new ChangeVerdict(
                TABLE,
                "add_column",
                "first_name",
                Classification.SAFE,
                Cost.METADATA,
                null,
                null,
                List.of(),
                List.of(),
                List.of())),
        List.of(),
        List.of(
            new PhasePlan(Phase.EXPAND, List.of(add)),
            new PhasePlan(Phase.ROLL_OUT, List.of(rollOut))),
        List.of(),
        List.of(),
        new Policy(true, "risk HIGH", Duration.ofDays(7), List.of()),
        analysis);
  }

  public DeploymentEvent happened(
      DeploymentState state, Phase phase, StepRef step, Instant at, String reason) {
    return new DeploymentEvent(
        id,
        plan().planId(),
        requestId,
        release,
        state,
        DeploymentState.PLANNED,
        phase,
        step,
        at,
        reason,
        null,
        null,
        null,
        null);
  }

  public EventRecord planned() {
    return record(EventTypes.PLAN_CREATED, plan());
  }

  public EventRecord started(Instant at) {
    return record(
        EventTypes.DEPLOYMENT_STARTED,
        new DeploymentEvent(
            id,
            plan().planId(),
            requestId,
            release,
            DeploymentState.PLANNED,
            null,
            null,
            null,
            at,
            null,
            null,
            null,
            plan(),
            null));
  }

  public EventRecord moved(DeploymentState state, Instant at) {
    return record(EventTypes.STATE_CHANGED, happened(state, null, null, at, null));
  }

  public EventRecord soaking(Instant at, Instant until) {
    return record(
        EventTypes.STATE_CHANGED,
        new DeploymentEvent(
            id,
            plan().planId(),
            requestId,
            release,
            DeploymentState.SOAKING,
            DeploymentState.POST_CHECKING,
            null,
            null,
            at,
            null,
            until,
            null,
            null,
            null));
  }

  public EventRecord step(EventType<DeploymentEvent> type, String step, int attempt, Instant at) {
    return record(
        type,
        happened(
            DeploymentState.EXPANDING,
            Phase.EXPAND,
            new StepRef(step, StepKind.ADD_COLUMN, TABLE, attempt, null, null),
            at,
            type.equals(EventTypes.STEP_FAILED) ? "the catalog did not answer" : null));
  }

  public EventRecord ended(EventType<DeploymentEvent> type, DeploymentState state, Instant at) {
    return record(type, happened(state, null, null, at, "the end"));
  }

  public <T> EventRecord record(EventType<T> type, T data) {
    try {
      return EventRecord.binary(
          type.topic(), id, type.name(), EventJson.MAPPER.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
