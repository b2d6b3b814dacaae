package io.stillwater.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.check.CheckCompleted;
import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.events.contraction.ContractionEvent;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.metrics.AnalysisUpdated;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.release.ReleaseRejected;
import java.util.List;
import java.util.Optional;

/** Every event type of the contract, section 5. */
public final class EventTypes {
  /** The data is the release document itself, so it stays the tree the requester sent. */
  public static final EventType<JsonNode> RELEASE_REQUESTED =
      EventType.of("release.requested", Topics.RELEASES, JsonNode.class);

  public static final EventType<ReleaseRejected> RELEASE_REJECTED =
      EventType.of("release.rejected", Topics.RELEASES, ReleaseRejected.class);

  public static final EventType<Plan> PLAN_CREATED =
      EventType.of("plan.created", Topics.PLANS, Plan.class);
  public static final EventType<Plan> PLAN_REFUSED =
      EventType.of("plan.refused", Topics.PLANS, Plan.class);

  public static final EventType<ContractionEvent> CONTRACTION_REQUESTED =
      EventType.of("contraction.requested", Topics.PLANS, ContractionEvent.class);
  public static final EventType<ContractionEvent> CONTRACTION_HELD =
      EventType.of("contraction.held", Topics.PLANS, ContractionEvent.class);

  public static final EventType<DeploymentEvent> DEPLOYMENT_STARTED = deployment("started");
  public static final EventType<DeploymentEvent> PHASE_STARTED = deployment("phase.started");
  public static final EventType<DeploymentEvent> PHASE_COMPLETED = deployment("phase.completed");
  public static final EventType<DeploymentEvent> STEP_STARTED = deployment("step.started");
  public static final EventType<DeploymentEvent> STEP_COMPLETED = deployment("step.completed");
  public static final EventType<DeploymentEvent> STEP_FAILED = deployment("step.failed");
  public static final EventType<DeploymentEvent> STEP_UNDONE = deployment("step.undone");
  public static final EventType<DeploymentEvent> STATE_CHANGED = deployment("state.changed");
  public static final EventType<DeploymentEvent> DEPLOYMENT_COMPLETED = deployment("completed");
  public static final EventType<DeploymentEvent> DEPLOYMENT_ROLLED_BACK = deployment("rolledback");
  public static final EventType<DeploymentEvent> DEPLOYMENT_FAILED = deployment("failed");

  /** The base of the plan has moved before the first effect: the planner plans it anew. */
  public static final EventType<DeploymentEvent> PLAN_STALE = deployment("plan.stale");

  public static final EventType<DeploymentEvent> COMPONENT_CHANGED =
      EventType.of("component.changed", Topics.DEPLOYMENTS, DeploymentEvent.class);

  public static final EventType<CheckRequested> CHECK_REQUESTED =
      EventType.of("check.requested", Topics.CHECKS, CheckRequested.class);
  public static final EventType<CheckCompleted> CHECK_COMPLETED =
      EventType.of("check.completed", Topics.CHECKS, CheckCompleted.class);
  public static final EventType<VerdictReached> VERDICT_REACHED =
      EventType.of("verdict.reached", Topics.CHECKS, VerdictReached.class);

  public static final EventType<SamplesRecorded> SAMPLES_RECORDED =
      EventType.of("samples.recorded", Topics.METRICS, SamplesRecorded.class);
  public static final EventType<AnalysisUpdated> ANALYSIS_UPDATED =
      EventType.of("analysis.updated", Topics.METRICS, AnalysisUpdated.class);

  public static final EventType<Command> APPROVE = command("approve");
  public static final EventType<Command> PAUSE = command("pause");
  public static final EventType<Command> RESUME = command("resume");
  public static final EventType<Command> PROMOTE = command("promote");
  public static final EventType<Command> ABORT = command("abort");
  public static final EventType<Command> ROLLBACK = command("rollback");
  public static final EventType<Command> RETRY = command("retry");
  public static final EventType<CommandAnswer> COMMAND_ACCEPTED =
      EventType.of("command.accepted", Topics.COMMANDS, CommandAnswer.class);
  public static final EventType<CommandAnswer> COMMAND_REJECTED =
      EventType.of("command.rejected", Topics.COMMANDS, CommandAnswer.class);

  public static final List<EventType<Command>> COMMANDS =
      List.of(APPROVE, PAUSE, RESUME, PROMOTE, ABORT, ROLLBACK, RETRY);

  public static final List<EventType<DeploymentEvent>> DEPLOYMENTS =
      List.of(
          DEPLOYMENT_STARTED,
          PHASE_STARTED,
          PHASE_COMPLETED,
          STEP_STARTED,
          STEP_COMPLETED,
          STEP_FAILED,
          STEP_UNDONE,
          STATE_CHANGED,
          DEPLOYMENT_COMPLETED,
          DEPLOYMENT_ROLLED_BACK,
          DEPLOYMENT_FAILED,
          PLAN_STALE,
          COMPONENT_CHANGED);

  public static final List<EventType<?>> ALL =
      List.of(
          RELEASE_REQUESTED,
          RELEASE_REJECTED,
          PLAN_CREATED,
          PLAN_REFUSED,
          CONTRACTION_REQUESTED,
          CONTRACTION_HELD,
          DEPLOYMENT_STARTED,
          PHASE_STARTED,
          PHASE_COMPLETED,
          STEP_STARTED,
          STEP_COMPLETED,
          STEP_FAILED,
          STEP_UNDONE,
          STATE_CHANGED,
          DEPLOYMENT_COMPLETED,
          DEPLOYMENT_ROLLED_BACK,
          DEPLOYMENT_FAILED,
          PLAN_STALE,
          COMPONENT_CHANGED,
          CHECK_REQUESTED,
          CHECK_COMPLETED,
          VERDICT_REACHED,
          SAMPLES_RECORDED,
          ANALYSIS_UPDATED,
          APPROVE,
          PAUSE,
          RESUME,
          PROMOTE,
          ABORT,
          ROLLBACK,
          RETRY,
          COMMAND_ACCEPTED,
          COMMAND_REJECTED);

  private EventTypes() {}

  /** The type of that whole name, or empty for one this version does not know. */
  public static Optional<EventType<?>> find(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  private static EventType<DeploymentEvent> deployment(String predicate) {
    return EventType.of("deployment." + predicate, Topics.DEPLOYMENTS, DeploymentEvent.class);
  }

  private static EventType<Command> command(String verb) {
    return EventType.of("command." + verb, Topics.COMMANDS, Command.class);
  }
}
