package io.stillwater.planning.formats.hudi;

import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.formats.RuledPlanning;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.ChangeRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import io.stillwater.planning.strategy.Expansion;
import io.stillwater.planning.strategy.StepFormat;
import io.stillwater.planning.strategy.Strategies;
import io.stillwater.planning.strategy.TableSteps;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Hudi copy-on-write and merge-on-read, with and without schema on read, as its library, its
 * documentation ({@code schema_evolution.md}) and its tests ({@code TestSpark3DDL}, {@code
 * TestAlterTable}) have it.
 */
public final class HudiPlanning extends RuledPlanning {
  private static final Set<FindingCode> NEEDS_LOOK =
      Set.of(
          FindingCode.HUDI_NESTED_TYPE,
          FindingCode.HUDI_BECOMES_TEXT,
          FindingCode.HUDI_SCHEMA_ON_READ_FINAL,
          FindingCode.HUDI_UNVERIFIED);

  private static final StepFormat STEPS = StepFormat.of(HudiSql::new, HudiUndo::of);

  public HudiPlanning() {
    super(NEEDS_LOOK);
  }

  @Override
  protected ChangeRules rules(TableModel table, PlanContext context, Findings findings) {
    TypeRules types = new TypeRules(table, context, findings);
    NameRules names = new NameRules(table, context, findings);
    TableRules tables = new TableRules(table, context, findings);
    return new ChangeRules(
        new AddColumnRules(table, context, findings)::judge,
        types::widen,
        types::narrow,
        names::drop,
        names::rename,
        new ColumnRules(table, context, findings),
        tables::layout,
        tables);
  }

  @Override
  protected Expansion steps(Change change, TableModel table, PlanContext context) {
    if (change instanceof Change.UpgradeFormat upgrade) {
      Duration window = context.environment().policy().rollbackWindow();
      return HudiVersions.expand(upgrade.version(), table, new TableSteps(table, STEPS, window));
    }
    Expansion expansion = bySpark(Strategies.expand(placed(change, table), table, context, STEPS));
    boolean once =
        change instanceof Change.SetProperties set
            && TableRules.turnsOn(set.properties())
            && !HudiTable.of(table).schemaOnRead();
    return once
        ? expansion.withSteps(
            expansion.steps().stream()
                .map(step -> step.withUndo(Undos.NOTHING).asPointOfNoReturn())
                .toList())
        : expansion;
  }

  /** Trino's Hudi connector changes nothing and creates no views. */
  private static Expansion bySpark(Expansion expansion) {
    return expansion.withSteps(
        expansion.steps().stream()
            .map(step -> step.kind() == StepKind.VALIDATE ? step : step.only("spark"))
            .toList());
  }

  /** Without schema on read a new column comes last, whatever place was asked for. */
  private static Change placed(Change change, TableModel table) {
    return change instanceof Change.AddColumn add && !HudiTable.of(table).schemaOnRead()
        ? new Change.AddColumn(
            add.column(), add.type(), add.nullable(), add.defaultValue(), add.comment(), null)
        : change;
  }

  /**
   * A savepoint of the latest commit, which the cleaner leaves alone: taken before the change, as
   * one on the commit of a change of type leaves an unreadable table behind when it is used.
   */
  @Override
  public List<StepDraft> protect(TableModel table, Duration keep) {
    TableSteps steps = new TableSteps(table, STEPS, keep);
    return List.of(
        steps.tag(
            "Savepoint the latest commit of "
                + table.name()
                + ", kept from the cleaner for "
                + Undos.inWords(keep),
            keep));
  }
}
