package io.stillwater.planning.formats.iceberg;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.formats.FormatPlanning;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.ChangeRules;
import io.stillwater.planning.rules.EngineStatements;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import io.stillwater.planning.strategy.Expansion;
import io.stillwater.planning.strategy.StepFormat;
import io.stillwater.planning.strategy.Strategies;
import io.stillwater.planning.strategy.TableSteps;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Iceberg v1, v2 and v3, as its specification and Java library have it ({@code
 * facts/table-formats.md}, sections 1, 3 and 4).
 */
public final class IcebergPlanning implements FormatPlanning {
  private static final StepFormat STEPS = IcebergSql::new;

  @Override
  public void judge(Change change, TableModel table, PlanContext context, Findings findings) {
    rules(table, context, findings).judge(change);
    if (!findings.refused()) {
      EngineStatements.note(expand(change, table, context).steps(), context, findings);
    }
  }

  private static ChangeRules rules(TableModel table, PlanContext context, Findings findings) {
    TypeRules types = new TypeRules(table, context, findings);
    return new ChangeRules(
        new AddColumnRules(table, context, findings)::judge,
        types::widen,
        types::narrow,
        new DropRules(table, context, findings)::judge,
        new RenameRules(table, context, findings)::judge,
        new ColumnRules(table, context, findings),
        new LayoutRules(table, findings)::judge,
        new TableRules(table, context, findings));
  }

  @Override
  public Expansion expand(Change change, TableModel table, PlanContext context) {
    return Strategies.expand(change, table, context, STEPS);
  }

  /** A tag, so that the current snapshot outlives the deployment. */
  @Override
  public List<StepDraft> protect(TableModel table, Duration keep) {
    TableSteps steps = new TableSteps(table, STEPS, keep);
    return List.of(
        steps.tag(
            "Tag the current snapshot of " + table.name() + ", kept for " + Undos.inWords(keep),
            keep));
  }

  @Override
  public List<StepDraft> retain(TableModel table, List<StepDraft> effects, Duration keep) {
    if (!Retention.tooShort(table, effects, keep)) {
      return List.of();
    }
    Map<String, String> before = new HashMap<>();
    before.put(Retention.MAX_AGE, table.properties().get(Retention.MAX_AGE));
    TableSteps steps = new TableSteps(table, STEPS, keep);
    return List.of(
        steps.step(
            Phase.PROTECT,
            StepKind.RETAIN,
            "Keep snapshots of " + table.name() + " from expiring for " + Undos.inWords(keep),
            new StepArguments.Retain(keep),
            steps.sql().setProperties(Map.of(Retention.MAX_AGE, String.valueOf(keep.toMillis()))),
            steps.undos().exact(steps.sql().setProperties(before))));
  }

  @Override
  public boolean applied() {
    return true;
  }
}
