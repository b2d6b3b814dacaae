package io.stillwater.monitor.history;

import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.metrics.AnalysisUpdated;
import io.stillwater.monitor.domain.history.Recorded;
import io.stillwater.monitor.persistence.HistoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Writes an event into the history and tells the rest of the monitor what it changed. */
@ApplicationScoped
public class HistoryRecorder {
  private static final Logger LOG = Logger.getLogger(HistoryRecorder.class);

  private final HistoryStore store;
  private final jakarta.enterprise.event.Event<Recorded> recorded;

  public HistoryRecorder(HistoryStore store, jakarta.enterprise.event.Event<Recorded> recorded) {
    this.store = store;
    this.recorded = recorded;
  }

  /**
   * @param idInData null where the data names no deployment; the envelope may
   */
  public void on(Event<?> event, String idInData) {
    String deploymentId =
        idInData == null ? event.extensions().get(EventExtensions.DEPLOYMENT_ID) : idInData;
    if (deploymentId == null) {
      LOG.debugf("%s %s names no deployment; not part of any history", event.type(), event.id());
      return;
    }
    recorded.fire(
        store.add(deploymentId, event, at(event), event.extensions().get(EventExtensions.ACTOR)));
  }

  /** When it happened, as the data say, else when it was sent, else when it came. */
  private static Instant at(Event<?> event) {
    Instant happened = null;
    if (event.data() instanceof DeploymentEvent deployment) {
      happened = deployment.at();
    } else if (event.data() instanceof AnalysisUpdated analysis) {
      happened = analysis.at();
    }
    Instant sent = event.time() == null ? Instant.now() : event.time();
    // PostgreSQL keeps microseconds: cut rather than rounded up behind what follows.
    return (happened == null ? sent : happened).truncatedTo(ChronoUnit.MICROS);
  }
}
