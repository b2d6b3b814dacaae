package io.stillwater.monitor.api;

import io.stillwater.events.plan.Risk;
import io.stillwater.events.release.ReleaseRef;
import io.stillwater.monitor.domain.history.ComponentView;
import io.stillwater.monitor.domain.history.DeploymentView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A deployment in a list. */
public record DeploymentSummary(
    String deploymentId,
    String planId,
    ReleaseRef release,
    String environment,
    String state,
    Risk risk,
    Instant startedAt,
    Instant finishedAt,
    Duration duration,
    String reason,
    List<String> tables,
    List<String> components) {

  static DeploymentSummary of(DeploymentView view) {
    return new DeploymentSummary(
        view.deploymentId(),
        view.planId(),
        view.release(),
        view.environment(),
        view.state(),
        view.risk(),
        view.startedAt(),
        view.finishedAt(),
        view.duration(),
        view.reason(),
        view.tables(),
        view.components().stream().map(ComponentView::name).toList());
  }
}
