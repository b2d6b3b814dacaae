package io.stillwater.planning.formats.hive;

import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.formats.RuledPlanning;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.ChangeRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.strategy.Expansion;
import io.stillwater.planning.strategy.StepFormat;
import io.stillwater.planning.strategy.Strategies;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Hive tables by the format of their files and by what the metastore checks, as {@code
 * HiveAlterHandler}, Hive's, Trino's and Spark's readers have it.
 */
public final class HivePlanning extends RuledPlanning {
  private static final Set<FindingCode> NEEDS_LOOK =
      Set.of(
          FindingCode.HIVE_UNVERIFIED,
          FindingCode.HIVE_FORMAT_UNKNOWN,
          FindingCode.HIVE_READING_PROPERTY,
          FindingCode.HIVE_TRANSACTIONAL);

  private static final StepFormat STEPS = StepFormat.of(HiveSql::new, HiveUndo::of);

  public HivePlanning() {
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
        new ColumnRules(table, findings),
        tables::layout,
        tables);
  }

  @Override
  protected Expansion steps(Change change, TableModel table, PlanContext context) {
    return Strategies.expand(change, table, context, STEPS);
  }

  /** There is nothing to keep: Hive has no snapshots. */
  @Override
  public List<StepDraft> protect(TableModel table, Duration keep) {
    return List.of();
  }
}
