package io.stillwater.monitor.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.stillwater.monitor.persistence.DeploymentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Tells browsers which deployments have changed. Read from the database, twice a second for all
 * browsers together and not at all without one, because another replica may have taken the event.
 */
@Path("/stream")
@ApplicationScoped
public class ChangeStream {
  private static final Logger LOG = Logger.getLogger(ChangeStream.class);
  private static final Duration EVERY = Duration.ofMillis(500);

  /** How long a transaction may take between its look at the clock and its commit. */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final int TICKS_PER_SIGN_OF_LIFE = 20;

  private final DeploymentRepository deployments;
  private final Multi<List<Change>> changes;

  public ChangeStream(DeploymentRepository deployments) {
    this.deployments = deployments;
    Map<String, Long> told = new HashMap<>();
    this.changes =
        Multi.createFrom()
            .ticks()
            .every(EVERY)
            .onOverflow()
            .drop()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(tick -> look(tick, told))
            .filter(news -> !news.isEmpty())
            .broadcast()
            .withCancellationAfterLastSubscriberDeparture()
            .toAllSubscribers();
  }

  /**
   * @param deploymentId null for a sign of life, which keeps proxies from closing the connection
   */
  public record Change(String deploymentId, Long revision) {}

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(summary = "Server-sent events: which deployments have changed")
  public Multi<Change> changes() {
    return changes.onItem().transformToMultiAndConcatenate(Multi.createFrom()::iterable);
  }

  private List<Change> look(long tick, Map<String, Long> told) {
    try {
      Map<String, Long> recent =
          QuarkusTransaction.requiringNew()
              .call(() -> deployments.changedSince(Instant.now().minus(OVERLAP)));
      List<Change> news =
          recent.entrySet().stream()
              .filter(each -> !each.getValue().equals(told.get(each.getKey())))
              .map(each -> new Change(each.getKey(), each.getValue()))
              .toList();
      told.clear();
      told.putAll(recent);
      return news.isEmpty() && tick % TICKS_PER_SIGN_OF_LIFE == 0
          ? List.of(new Change(null, null))
          : news;
    } catch (RuntimeException e) {
      LOG.debugf(e, "No news for browsers: the database did not answer");
      return List.of();
    }
  }
}
