package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drops: announced first, done when the contraction falls due. */
final class DropStrategies {
  private static final String ANNOUNCE = "deprecate_then_drop";
  private static final String DEPRECATED = "stillwater.deprecated";

  private final TableModel table;
  private final TableSteps steps;
  private final PlanContext context;

  DropStrategies(TableModel table, TableSteps steps, PlanContext context) {
    this.table = table;
    this.steps = steps;
    this.context = context;
  }

  Expansion column(Change.DropColumn drop) {
    if (context.contraction()) {
      return contractColumn(drop.column());
    }
    Column column = table.find(drop.column()).orElseThrow().column();
    Deprecations deprecations = new Deprecations(table, steps, context);
    StepDraft deprecate = deprecations.deprecate(column, drop.column(), null, drop.gracePeriod());
    return new Expansion(
        Classification.UNSAFE,
        Cost.METADATA,
        ANNOUNCE,
        List.of(deprecate),
        deprecations.dropLater(drop.column(), drop.gracePeriod()),
        table);
  }

  /** The schema before comes back whole; rows written in between have no value for the column. */
  private Expansion contractColumn(ColumnPath path) {
    return Expansion.unsafe(
        "contract",
        table.withColumns(ColumnEdits.drop(table.columns(), path)),
        steps.migrate(
            StepKind.DROP_COLUMN,
            "Drop " + path + " of " + table.name(),
            new StepArguments.DropColumn(path.toString()),
            steps.sql().dropColumn(path),
            steps.undos().exactBut("rows written meanwhile read NULL", Statements.NONE)));
  }

  Expansion table(Change.DropTable drop) {
    if (context.contraction()) {
      return contractTable();
    }
    Map<String, String> before = new HashMap<>();
    before.put(DEPRECATED, table.properties().get(DEPRECATED));
    Deprecations deprecations = new Deprecations(table, steps, context);
    StepDraft mark =
        steps.migrate(
            StepKind.SET_PROPERTIES,
            "Mark " + table.name() + " as deprecated",
            new StepArguments.SetProperties(Map.of(DEPRECATED, "true"), before),
            steps.sql().setProperties(Map.of(DEPRECATED, "true")),
            steps.undos().exact(steps.sql().setProperties(before)));
    return new Expansion(
        Classification.UNSAFE,
        Cost.METADATA,
        ANNOUNCE,
        List.of(mark),
        deprecations.dropTableLater(drop.gracePeriod()),
        table);
  }

  private Expansion contractTable() {
    StepDraft drop =
        steps.migrate(
            StepKind.DROP_TABLE,
            "Drop " + table.name(),
            new StepArguments.DropTable(),
            steps.sql().dropTable(),
            Undos.NOTHING);
    return Expansion.unsafe("contract", table, drop.asPointOfNoReturn());
  }
}
