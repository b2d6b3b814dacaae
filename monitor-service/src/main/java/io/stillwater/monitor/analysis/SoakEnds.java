package io.stillwater.monitor.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.monitor.domain.analysis.SoakVerdict;
import io.stillwater.monitor.persistence.WatchRepository;
import io.stillwater.monitor.persistence.WatchRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Gives the verdict when a soak ends, once everything that was measured until then has been read: a
 * monitor that was away must not call a release fine on half of its samples.
 */
@ApplicationScoped
public class SoakEnds {
  private static final String STAGE = "SOAK";

  private final WatchRepository watches;
  private final MetricsProgress progress;
  private final Findings findings;
  private final AnalysisConfig config;
  private final Outbox outbox;

  public SoakEnds(
      WatchRepository watches,
      MetricsProgress progress,
      Findings findings,
      AnalysisConfig config,
      Outbox outbox) {
    this.watches = watches;
    this.progress = progress;
    this.findings = findings;
    this.config = config;
    this.outbox = outbox;
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    Instant now = Instant.now();
    List<String> soaked = QuarkusTransaction.requiringNew().call(() -> watches.soaked(now));
    for (String deploymentId : soaked) {
      QuarkusTransaction.requiringNew().run(() -> end(deploymentId, now));
    }
    List<String> untold =
        QuarkusTransaction.requiringNew()
            .call(() -> watches.untold(now.minus(config.updateEvery())));
    for (String deploymentId : untold) {
      QuarkusTransaction.requiringNew()
          .run(() -> watches.held(deploymentId).ifPresent(findings::tell));
    }
  }

  private void end(String deploymentId, Instant now) {
    watches
        .held(deploymentId)
        .filter(row -> row.soakEndsWithoutVerdict(now))
        .filter(row -> progress.hasRead(row.soakUntil()))
        .ifPresent(this::judge);
  }

  private void judge(WatchRow row) {
    SoakVerdict verdict = row.watch().verdict();
    String id = row.deploymentId();
    outbox.publish(
        OutgoingEvent.of(
                EventTypes.VERDICT_REACHED,
                id,
                id,
                new VerdictReached(
                    id,
                    STAGE,
                    row.verdictGiven(),
                    verdict.action(),
                    verdict.reason(),
                    verdict.breached(),
                    List.of()))
            .withExtension(EventExtensions.ENVIRONMENT, row.environment()));
  }
}
