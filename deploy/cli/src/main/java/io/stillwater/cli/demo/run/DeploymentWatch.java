package io.stillwater.cli.demo.run;

import io.stillwater.cli.follow.ReleaseIds;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the times of one deployment from its events. */
public final class DeploymentWatch {
  private final ReleaseIds ids;
  private final Map<Phase, Instant> begun = new EnumMap<>(Phase.class);
  private final Map<Phase, Duration> phases = new LinkedHashMap<>();
  private final Map<DeploymentState, Instant> reached = new EnumMap<>(DeploymentState.class);
  private Event<?> rollback;

  public DeploymentWatch(ReleaseIds ids) {
    this.ids = ids;
  }

  void accept(Event<?> event) {
    if (event.data() instanceof DeploymentEvent moved
        && ids.deploymentId().equals(moved.deploymentId())) {
      times(event, moved);
    }
    if (event.type().equals(EventTypes.ROLLBACK)
        && event.data() instanceof Command command
        && ids.deploymentId().equals(command.deploymentId())) {
      rollback = event;
    }
  }

  /** How long each phase took that has ended, in their order. */
  public Map<Phase, Duration> phases() {
    return phases;
  }

  /** When a state was reached; null when it never was. */
  public Instant reached(DeploymentState state) {
    return reached.get(state);
  }

  /** The command that asked for the rollback; null when there was none. */
  public Command rollback() {
    return rollback == null ? null : (Command) rollback.data();
  }

  /** When the rollback was asked for. */
  public Instant rollbackAt() {
    return rollback == null ? null : rollback.time();
  }

  private void times(Event<?> event, DeploymentEvent moved) {
    if (event.type().equals(EventTypes.PHASE_STARTED)) {
      begun.put(moved.phase(), moved.at());
    } else if (event.type().equals(EventTypes.PHASE_COMPLETED)) {
      Instant start = begun.getOrDefault(moved.phase(), moved.at());
      phases.put(moved.phase(), Duration.between(start, moved.at()));
    } else if (moved.state() != null) {
      reached.putIfAbsent(moved.state(), moved.at());
    }
  }
}
