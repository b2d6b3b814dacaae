package io.stillwater.planner.planning;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.catalogs.TableReader;
import io.stillwater.planner.catalogs.UnreadableCatalogException;
import io.stillwater.planner.engines.RunningEngines;
import io.stillwater.planning.Planner;
import io.stillwater.planning.consumers.ConsumerEvidence;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.Environments;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.RequestedChange;
import io.stillwater.planning.release.TableChanges;
import io.stillwater.planning.snapshot.TableSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Plans releases by the rules of their environment. */
@ApplicationScoped
public class ReleasePlanning {
  private final Planner planner;
  private final Planner deployments;
  private final Environments environments;
  private final RunningEngines engines;
  private final TableReader tables;
  private final Timer duration;

  ReleasePlanning(
      Environments environments,
      RunningEngines engines,
      TableReader tables,
      ConsumerEvidence consumers,
      Clock clock,
      MeterRegistry meters) {
    this.planner = new Planner(clock, consumers);
    this.deployments = planner.forDeployments();
    this.environments = environments;
    this.engines = engines;
    this.tables = tables;
    this.duration =
        Timer.builder("stillwater.planning.duration")
            .description("From a valid release to its plan, the reading of its tables included")
            .register(meters);
  }

  /**
   * Plans against the tables as they are now, to be looked at.
   *
   * @throws UnreadableCatalogException when a catalog does not answer
   */
  public Plan plan(Release release) {
    return plan(release, planner::plan);
  }

  /**
   * Plans against the tables as they are now, to be carried out: tables that this version does not
   * change are refused.
   *
   * @throws UnreadableCatalogException when a catalog does not answer
   */
  public Plan planDeployment(Release release) {
    return plan(release, deployments::plan);
  }

  /**
   * Plans, to be carried out, what was put off until its grace period is over: drops are done at
   * once.
   *
   * @throws UnreadableCatalogException when a catalog does not answer
   */
  public Plan planContraction(Release release) {
    return plan(release, deployments::planContraction);
  }

  private Plan plan(Release release, Planning planning) {
    return duration.record(
        () -> {
          Environment environment = environment(release);
          TableSnapshot lake =
              new TableSnapshot(List.of(), tables.read(environment, tablesOf(release)));
          return planning.plan(release, environment, lake);
        });
  }

  /** Plans against tables that someone described, for the engines that use them. */
  public Plan plan(Release release, TableSnapshot snapshot) {
    return duration.record(() -> planner.plan(release, environment(release), snapshot));
  }

  private Environment environment(Release release) {
    return engines.of(environments.named(release.ref().environment()));
  }

  /** Those that change, and those that would be in the way of a new name. */
  private static List<TableName> tablesOf(Release release) {
    return release.tables().stream()
        .flatMap(table -> Stream.concat(Stream.of(table.table()), newNames(table)))
        .distinct()
        .toList();
  }

  private static Stream<TableName> newNames(TableChanges table) {
    return table.changes().stream()
        .map(RequestedChange::change)
        .filter(Change.RenameTable.class::isInstance)
        .map(change -> ((Change.RenameTable) change).to());
  }

  @FunctionalInterface
  private interface Planning {
    Plan plan(Release release, Environment environment, TableSnapshot lake);
  }
}
