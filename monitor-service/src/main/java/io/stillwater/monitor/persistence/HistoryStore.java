package io.stillwater.monitor.persistence;

import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.monitor.domain.history.HistoryFold;
import io.stillwater.monitor.domain.history.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Adds an event to the history of its deployment and reads the projection anew. */
@ApplicationScoped
public class HistoryStore {
  /** Each update names one component's metrics; a release rarely watches more than a few. */
  private static final int NEWEST_ANALYSES = 50;

  private final EventRepository events;
  private final DeploymentRepository deployments;

  public HistoryStore(EventRepository events, DeploymentRepository deployments) {
    this.events = events;
    this.deployments = deployments;
  }

  /** In the caller's transaction. */
  public Recorded add(String id, Event<?> event, Instant at, String actor) {
    String deploymentId = Storable.text(id);
    Instant now = Instant.now();
    deployments.hold(deploymentId, now);
    Optional<DeploymentView> before = deployments.view(deploymentId);
    events.add(deploymentId, event, at, actor);
    events.flush();
    if (event.type().equals(EventTypes.ANALYSIS_UPDATED)) {
      events.pruneAnalyses(deploymentId);
    }
    DeploymentView after =
        HistoryFold.of(deploymentId, events.forProjection(deploymentId, NEWEST_ANALYSES));
    deployments.store(after, now);
    return new Recorded(before, after);
  }
}
