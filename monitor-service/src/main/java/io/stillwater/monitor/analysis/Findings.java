package io.stillwater.monitor.analysis;

import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.metrics.AnalysisUpdated;
import io.stillwater.events.metrics.AnalysisUpdated.MetricStanding;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.monitor.domain.analysis.Breach;
import io.stillwater.monitor.domain.analysis.DeploymentWatch;
import io.stillwater.monitor.meters.AnalysisMeters;
import io.stillwater.monitor.persistence.WatchRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Says what a watch has found: a command at a breach, figures for those who look on. */
@ApplicationScoped
public class Findings {
  private static final Logger LOG = Logger.getLogger(Findings.class);
  private static final String ACTOR = "monitor";

  private final Outbox outbox;
  private final AnalysisConfig config;
  private final AnalysisMeters meters;

  public Findings(Outbox outbox, AnalysisConfig config, AnalysisMeters meters) {
    this.outbox = outbox;
    this.config = config;
    this.meters = meters;
  }

  /** In the transaction that has changed the watch. */
  void tell(WatchRow row) {
    DeploymentWatch watch = row.watch();
    watch.breach().filter(breach -> row.breachesNow()).ifPresent(b -> command(row, watch, b));
    List<MetricStanding> standings = watch.standings();
    String standing =
        standings.stream().map(each -> each.standing().name()).collect(Collectors.joining(","));
    Instant now = Instant.now();
    if (row.isToBeTold(standing, now.minus(config.updateEvery()))) {
      update(row, standings, now);
      row.told(standing, now);
    }
  }

  private void command(WatchRow row, DeploymentWatch watch, Breach breach) {
    EventType<Command> type = watch.pausesAtBreach() ? EventTypes.PAUSE : EventTypes.ROLLBACK;
    String id = row.deploymentId();
    LOG.infof("%s %s: %s", type.shortName(), id, breach.sentence());
    outbox.publish(
        OutgoingEvent.of(type, id, id, new Command(id, breach.sentence(), ACTOR, null, null))
            .withId("monitor-breach-" + id)
            .withExtension(EventExtensions.ACTOR, ACTOR)
            .withExtension(EventExtensions.ENVIRONMENT, row.environment()));
    meters.detected(breach);
  }

  private void update(WatchRow row, List<MetricStanding> standings, Instant now) {
    Map<String, List<MetricStanding>> byComponent =
        standings.stream()
            .collect(
                Collectors.groupingBy(
                    MetricStanding::component, TreeMap::new, Collectors.toList()));
    byComponent.forEach(
        (component, metrics) ->
            outbox.publish(
                OutgoingEvent.of(
                        EventTypes.ANALYSIS_UPDATED,
                        component,
                        row.deploymentId(),
                        new AnalysisUpdated(row.deploymentId(), component, now, metrics))
                    .withExtension(EventExtensions.ENVIRONMENT, row.environment())));
  }
}
