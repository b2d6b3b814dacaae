package io.stillwater.planner.contractions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.stillwater.planner.catalogs.UnreadableCatalogException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Looks at contractions that are due, so that each becomes a release or is held with a reason. */
@ApplicationScoped
public class ContractionWorker {
  private static final Logger LOG = Logger.getLogger(ContractionWorker.class);

  private final Contractions contractions;
  private final ContractionDesk desk;
  private final ContractionsConfig config;
  private final Clock clock;

  ContractionWorker(
      Contractions contractions, ContractionDesk desk, ContractionsConfig config, Clock clock) {
    this.contractions = contractions;
    this.desk = desk;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${stillwater.contractions.every:PT1M}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    if (!config.automatic()) {
      return;
    }
    contractions.due(clock.instant()).forEach(this::decide);
  }

  /** One that cannot be decided must not keep the others waiting. */
  private void decide(PendingContraction contraction) {
    try {
      desk.decide(contraction);
    } catch (UnreadableCatalogException e) {
      LOG.warnf(
          "contraction of %s on %s waits for its catalog: %s",
          contraction.deploymentId(), contraction.table(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(
          e,
          "contraction of %s on %s could not be decided, tried again",
          contraction.deploymentId(),
          contraction.table());
    }
  }
}
