package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.TableSql;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;
import java.util.List;

/** A tag for each table that has data, so that its snapshot outlives the deployment. */
final class ProtectSteps {
  private ProtectSteps() {}

  static List<StepDraft> of(List<TableOutcome> tables, Duration keep) {
    return tables.stream()
        .filter(TableOutcome::hasEffects)
        .filter(table -> table.before() != null && table.before().hasData())
        .map(table -> tag(table, keep))
        .toList();
  }

  private static StepDraft tag(TableOutcome table, Duration keep) {
    TableSql sql = new TableSql(table.table());
    String name = "`stillwater-" + Plan.DEPLOYMENT_ID + "`";
    long days = Math.max(1, keep.toDays());
    return new StepDraft(
        Phase.PROTECT,
        StepKind.TAG,
        table.table().toString(),
        "Tag the current snapshot of " + table.table() + ", kept for " + Undos.inWords(keep),
        new StepArguments.Tag(keep),
        sql.alterSpark("CREATE TAG " + name + " RETAIN " + days + " DAYS"),
        new Undos(keep).exact(sql.alterSpark("DROP TAG " + name)),
        false);
  }
}
