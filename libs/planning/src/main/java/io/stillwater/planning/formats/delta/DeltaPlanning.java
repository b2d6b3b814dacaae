package io.stillwater.planning.formats.delta;

import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.formats.FormatPlanning;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.ChangeRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.strategy.Expansion;
import io.stillwater.planning.strategy.StepFormat;
import io.stillwater.planning.strategy.TableSteps;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Delta by protocol, table settings and library, as its protocol, delta-spark and Kernel have it
 * ({@code facts/table-formats.md}, sections 1 to 5).
 */
public final class DeltaPlanning implements FormatPlanning {
  static final StepFormat STEPS = new DeltaSteps();

  @Override
  public void judge(Change change, TableModel model, PlanContext context, Findings findings) {
    DeltaTable table = DeltaTable.of(model);
    DeltaEngines engines = new DeltaEngines(context, findings);
    rules(table, context, findings, engines).judge(change);
    if (!findings.refused()) {
      protocol(change, table, engines, findings);
      TrinoStatements.note(change, table, context, findings);
    }
  }

  private static ChangeRules rules(
      DeltaTable table, PlanContext context, Findings findings, DeltaEngines engines) {
    TypeRules types = new TypeRules(table, context, findings, engines);
    return new ChangeRules(
        new AddColumnRules(table, findings)::judge,
        types::widen,
        types::narrow,
        new DropRules(table, context, findings)::judge,
        new RenameRules(table, context, findings, engines)::judge,
        new ColumnRules(table, findings),
        new LayoutRules(table, context, findings)::judge,
        new TableRules(table, context, findings, engines));
  }

  private static void protocol(
      Change change, DeltaTable table, DeltaEngines engines, Findings findings) {
    Set<DeltaFeature> added = FeatureNeeds.missing(change, table);
    if (!added.isEmpty()) {
      if (!(change instanceof Change.CreateTable)) {
        ProtocolRules.raised(table, added, findings);
      }
      engines.requireFeatures(added, table.protocol());
    }
  }

  @Override
  public Expansion expand(Change change, TableModel table, PlanContext context) {
    return new DeltaExpansion(DeltaTable.of(table), context).expand(change);
  }

  /** Holds files and log for as long as RESTORE is promised; none where they are kept anyway. */
  @Override
  public List<StepDraft> protect(TableModel table, Duration keep) {
    return DeltaRetention.hold(table, keep, new TableSteps(table, STEPS, keep));
  }
}
