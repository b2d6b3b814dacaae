package io.stillwater.monitor.domain.history;

import io.stillwater.events.Event;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.events.command.Command;
import io.stillwater.events.command.CommandAnswer;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentEvent.Kept;
import io.stillwater.events.metrics.AnalysisUpdated;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.release.ReleaseRejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads all events of a deployment, in the order in which they happened, into what is shown of it.
 * Read anew with each event rather than moved along, because topics are not ordered against each
 * other: what comes late takes its place.
 */
public final class HistoryFold {
  private static final Map<EventType<?>, Progress> STEP_PROGRESS =
      Map.of(
          EventTypes.STEP_STARTED, Progress.RUNNING,
          EventTypes.STEP_COMPLETED, Progress.COMPLETED,
          EventTypes.STEP_FAILED, Progress.FAILED,
          EventTypes.STEP_UNDONE, Progress.UNDONE);

  final StateLog state = new StateLog();
  final PhaseLog phases = new PhaseLog();
  final StepLog steps = new StepLog();
  final CommandLog commands = new CommandLog();
  final List<VerdictView> verdicts = new ArrayList<>();
  final Map<String, AnalysisUpdated> analyses = new TreeMap<>();
  final Map<String, ComponentView> components = new TreeMap<>();
  Instant firstSeen;
  Instant lastSeen;
  DeploymentEvent latest;
  List<Kept> kept = List.of();
  Plan plan;
  boolean refused;
  ReleaseRejected rejected;

  private HistoryFold() {}

  /**
   * @param inOrder by the time they happened, then as they arrived; not empty
   */
  public static DeploymentView of(String deploymentId, List<Event<?>> inOrder) {
    HistoryFold fold = new HistoryFold();
    inOrder.forEach(fold::read);
    return DeploymentAssembly.view(deploymentId, fold);
  }

  private void read(Event<?> event) {
    firstSeen = firstSeen == null ? event.time() : firstSeen;
    lastSeen = event.time();
    Object data = event.data();
    if (data instanceof Plan planned) {
      plan = planned;
      refused = event.type().equals(EventTypes.PLAN_REFUSED);
    } else if (data instanceof DeploymentEvent happened) {
      on(event.type(), happened, event.time());
    } else if (data instanceof VerdictReached verdict) {
      verdicts.add(
          new VerdictView(
              verdict.stage(),
              verdict.round(),
              verdict.action(),
              verdict.reason(),
              event.time(),
              verdict.checks()));
    } else if (data instanceof AnalysisUpdated analysis) {
      analyses.put(String.valueOf(analysis.component()), analysis);
    } else if (data instanceof Command command) {
      commands.asked(event, command);
    } else if (data instanceof CommandAnswer answer) {
      commands.answered(event, answer);
    } else if (data instanceof ReleaseRejected answer) {
      rejected = answer;
    }
  }

  private void on(EventType<?> type, DeploymentEvent event, Instant at) {
    if (type.equals(EventTypes.COMPONENT_CHANGED)) {
      changed(event, at);
      return;
    }
    latest = event;
    state.on(event, at);
    plan = event.plan() == null ? plan : event.plan();
    kept = event.kept() == null ? kept : List.copyOf(event.kept());
    if (STEP_PROGRESS.containsKey(type)) {
      steps.on(STEP_PROGRESS.get(type), event, at);
    } else if (type.equals(EventTypes.PHASE_STARTED)) {
      phases.started(event.phase(), at);
    } else if (type.equals(EventTypes.PHASE_COMPLETED)) {
      phases.completed(event.phase(), at);
    }
  }

  private void changed(DeploymentEvent event, Instant at) {
    if (event.component() != null) {
      components.put(
          event.component().name(),
          new ComponentView(
              event.component().name(),
              event.component().version(),
              event.component().previousVersion(),
              at));
    }
  }
}
