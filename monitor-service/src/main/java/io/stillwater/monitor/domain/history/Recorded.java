package io.stillwater.monitor.domain.history;

import java.util.Optional;

/** What was known of a deployment before and after an event. */
public record Recorded(Optional<DeploymentView> before, DeploymentView after) {
  public boolean finishedNow() {
    return after.finished() && before.filter(DeploymentView::finished).isEmpty();
  }
}
