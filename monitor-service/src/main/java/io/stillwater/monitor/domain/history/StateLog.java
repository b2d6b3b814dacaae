package io.stillwater.monitor.domain.history;

import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The state with its reason and the moments that matter, while events are read in order. */
final class StateLog {
  private static final Set<DeploymentState> FELT =
      EnumSet.range(DeploymentState.EXPANDING, DeploymentState.SOAKING);
  private static final Set<DeploymentState> GOING_BACK =
      EnumSet.of(DeploymentState.ROLLING_BACK, DeploymentState.ROLLED_BACK);

  private DeploymentState state;
  private String reason;
  private Instant startedAt;
  private Instant endedAt;
  private Instant effectAt;
  private Instant finishedAt;
  private Instant soakUntil;

  void on(DeploymentEvent event, Instant at) {
    startedAt = startedAt == null ? at : startedAt;
    boolean moved = event.state() != null && event.state() != state;
    if (moved || event.reason() != null) {
      reason = event.reason();
    }
    if (event.soakUntil() != null) {
      soakUntil = event.soakUntil();
    }
    if (moved) {
      enter(event.state(), at);
    }
  }

  private void enter(DeploymentState next, Instant at) {
    state = next;
    finishedAt = next.terminal() ? at : null;
    if (effectAt == null && FELT.contains(next)) {
      effectAt = at;
    }
    boolean over = next.terminal() || GOING_BACK.contains(next);
    endedAt = over ? (endedAt == null ? at : endedAt) : null;
  }

  DeploymentState state() {
    return state;
  }

  String reason() {
    return reason;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** When it stopped going forward: ended or turned back. */
  Instant endedAt() {
    return endedAt;
  }

  Instant effectAt() {
    return effectAt;
  }

  Instant finishedAt() {
    return finishedAt;
  }

  Instant soakUntil() {
    return soakUntil;
  }
}
