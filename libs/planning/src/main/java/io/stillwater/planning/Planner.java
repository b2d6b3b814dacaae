package io.stillwater.planning;

import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.assembly.PlanAssembly;
import io.stillwater.planning.assembly.TableOutcome;
import io.stillwater.planning.consumers.ConsumerEvidence;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.Purpose;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes plans. The same release against the same tables is the same plan, but for the approval that
 * a deny window asks for at the time of planning. What cannot be planned is refused with findings;
 * nothing is thrown.
 */
public final class Planner {
  private final Clock clock;
  private final ConsumerEvidence consumers;
  private final Purpose purpose;

  public Planner() {
    this(Clock.systemUTC());
  }

  public Planner(Clock clock) {
    this(clock, ConsumerEvidence.NONE);
  }

  /**
   * @param consumers who reads the lake, as far as it was observed
   */
  public Planner(Clock clock, ConsumerEvidence consumers) {
    this(clock, consumers, Purpose.DRY_RUN);
  }

  private Planner(Clock clock, ConsumerEvidence consumers, Purpose purpose) {
    this.clock = clock;
    this.consumers = consumers;
    this.purpose = purpose;
  }

  /**
   * One whose plans are carried out: it refuses tables that this version does not change itself.
   */
  public Planner forDeployments() {
    return new Planner(clock, consumers, Purpose.DEPLOYMENT);
  }

  /** Plans for the engines that the environment names. */
  public Plan plan(Release release, Environment environment, Map<TableName, TableState> tables) {
    return plan(release, environment, new TableSnapshot(environment.engines(), tables));
  }

  /** Plans for the engines of the environment and of the snapshot. */
  public Plan plan(Release release, Environment environment, TableSnapshot lake) {
    return plan(release, environment, lake, false);
  }

  /**
   * Plans what an earlier plan has put off until its grace period is over: drops are done at once.
   * Only the planner asks for this, for contractions that it has kept and that have fallen due.
   */
  public Plan planContraction(Release release, Environment environment, TableSnapshot lake) {
    return plan(release, environment, lake, true);
  }

  private Plan plan(
      Release release, Environment environment, TableSnapshot lake, boolean contraction) {
    List<EngineInUse> engines = new ArrayList<>(environment.engines());
    lake.engines().stream().filter(engine -> !engines.contains(engine)).forEach(engines::add);
    PlanContext context =
        new PlanContext(release.ref(), environment, engines, lake, purpose, contraction, consumers);
    List<TableOutcome> tables =
        release.tables().stream()
            .map(table -> new TablePlanning(table, context, release.acknowledged()).plan())
            .toList();
    return new PlanAssembly(release, environment, tables).plan(clock.instant());
  }
}
