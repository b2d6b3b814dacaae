package io.stillwater.planning.strategy;

import io.stillwater.events.EventJson;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of a column that it will go, and puts its going off until its grace period is over. */
final class Deprecations {
  private final TableModel table;
  private final TableSteps steps;
  private final PlanContext context;

  Deprecations(TableModel table, TableSteps steps, PlanContext context) {
    this.table = table;
    this.steps = steps;
    this.context = context;
  }

  /**
   * @param replacement what to use instead; null for nothing
   */
  StepDraft deprecate(Column column, ColumnPath path, ColumnPath replacement, Duration asked) {
    String comment =
        replacement == null
            ? "Deprecated: will be dropped after " + grace(asked)
            : "Deprecated: use " + replacement.leaf();
    return steps.migrate(
        StepKind.DEPRECATE,
        "Mark " + path + " of " + table.name() + " as deprecated",
        new StepArguments.Deprecate(
            path.toString(), replacement == null ? null : replacement.toString(), comment),
        steps.sql().comment(path, comment),
        steps.undoComment(path, column));
  }

  Contraction dropLater(ColumnPath path, Duration asked) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("operation", "drop_column");
    change.put("column", path.toString());
    change.put("gracePeriod", EventJson.text(GraceRules.of(asked, context)));
    return contraction(
        asked, "no reader of " + table.name() + "." + path + " for " + grace(asked), change);
  }

  Contraction dropTableLater(Duration asked) {
    return contraction(
        asked,
        "no reader of " + table.name() + " for " + grace(asked),
        Map.of(
            "operation",
            "drop_table",
            "gracePeriod",
            EventJson.text(GraceRules.of(asked, context))));
  }

  private Contraction contraction(Duration asked, String evidence, Map<String, Object> change) {
    return new Contraction(
        GraceRules.of(asked, context),
        table.name().toString(),
        evidence,
        List.of(JsonValues.of(change)));
  }

  private String grace(Duration asked) {
    return Undos.inWords(GraceRules.of(asked, context));
  }
}
