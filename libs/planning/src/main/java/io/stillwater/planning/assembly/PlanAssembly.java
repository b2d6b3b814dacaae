package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Analysis;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Summary;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.steps.StepDraft;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Puts what was planned for each table and component together to one plan. */
public final class PlanAssembly {
  private final Release release;
  private final Environment environment;
  private final List<TableOutcome> tables;
  private final List<ChangeOutcome> changes;
  private final Findings findings;
  private final List<StepDraft> rollouts;

  public PlanAssembly(Release release, Environment environment, List<TableOutcome> tables) {
    this.release = release;
    this.environment = environment;
    this.tables = List.copyOf(tables);
    this.changes = tables.stream().flatMap(table -> table.changes().stream()).toList();
    this.findings = new Findings(release.acknowledged());
    this.rollouts = new ComponentSteps(environment, findings).of(release.components());
    RenamedTables renamed = new RenamedTables(tables, findings);
    renamed.judge(environment.checks().quality());
    renamed.judge(release.checks().quality());
  }

  public Plan plan(Instant now) {
    boolean refused = findings.refused() || count(Classification.REFUSED) > 0;
    Analysis analysis = Watching.of(release, environment);
    Risk risk = refused ? Risk.HIGH : RiskRating.of(changes, rollouts, findings.needsLook());
    List<Pin> pins = pins();
    return new Plan(
        PlanIds.of(release, pins),
        null,
        null,
        release.ref(),
        refused ? PlanStatus.REFUSED : PlanStatus.PLANNED,
        risk,
        new Summary(
            count(Classification.SAFE),
            count(Classification.UNSAFE),
            count(Classification.REFUSED),
            consumersAffected()),
        changes.stream().map(ChangeOutcome::verdict).toList(),
        findings.all(),
        refused ? List.of() : phases(analysis),
        refused ? List.of() : contractions(),
        pins,
        Policies.of(environment, risk, !tables.isEmpty(), now),
        analysis);
  }

  private List<PhasePlan> phases(Analysis analysis) {
    CheckSteps checks = new CheckSteps(release, environment, tables);
    StepNumbering numbering = new StepNumbering();
    numbering.add(checks.pre());
    numbering.add(ProtectSteps.of(tables, environment.policy().rollbackWindow()));
    tables.stream()
        .flatMap(table -> table.planned().stream())
        .forEach(change -> numbering.add(change.steps()));
    numbering.add(rollouts);
    numbering.add(checks.post());
    numbering.add(List.of(Watching.soak(release, analysis)));
    return numbering.phases();
  }

  private List<Contraction> contractions() {
    return changes.stream().map(ChangeOutcome::contraction).filter(Objects::nonNull).toList();
  }

  private List<Pin> pins() {
    return tables.stream()
        .filter(table -> table.before() != null)
        .map(table -> pin(table.before().base()))
        .toList();
  }

  private static Pin pin(TableState table) {
    return new Pin(
        table.name().toString(),
        table.uuid(),
        table.schemaId(),
        table.snapshotId(),
        table.specId(),
        table.formatVersion(),
        table.format().name(),
        table.catalogType());
  }

  /** Each once, however many changes break it. */
  private int consumersAffected() {
    return (int) changes.stream().flatMap(change -> change.breaking().stream()).distinct().count();
  }

  private int count(Classification classification) {
    return (int)
        changes.stream()
            .filter(change -> change.verdict().classification() == classification)
            .count();
  }
}
