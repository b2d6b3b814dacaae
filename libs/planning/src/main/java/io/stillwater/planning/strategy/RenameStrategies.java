package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.Statements;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three ways to a new name. */
final class RenameStrategies {
  private final TableModel table;
  private final TableSteps steps;
  private final PlanContext context;

  RenameStrategies(TableModel table, TableSteps steps, PlanContext context) {
    this.table = table;
    this.steps = steps;
    this.context = context;
  }

  Expansion expand(Change.RenameColumn rename) {
    return switch (rename.strategy()) {
      case EXPAND_CONTRACT -> expandContract(rename);
      case IN_PLACE -> inPlace(rename);
      case VIEW -> view(rename);
    };
  }

  /** Both names side by side, kept in step, until nobody reads the old one. */
  private Expansion expandContract(Change.RenameColumn rename) {
    ColumnPath old = rename.column();
    ColumnPath target = rename.target();
    Column column = table.find(old).orElseThrow().column();
    AddColumnStrategy adding = new AddColumnStrategy(table, steps);
    Change.AddColumn add = AddColumnStrategy.nullable(target, column.type(), column.comment());
    ColumnCopies copies = new ColumnCopies(table.name(), steps);
    Deprecations deprecations = new Deprecations(table, steps, context);
    return new Expansion(
        Classification.UNSAFE,
        Cost.BACKFILL,
        "expand_contract",
        List.of(
            adding.step(add),
            copies.backfill(old, target, null, OnInvalid.FAIL),
            copies.sync(old, target, null, OnInvalid.FAIL, true, old + " is dropped"),
            deprecations.deprecate(column, old, target, rename.gracePeriod())),
        deprecations.dropLater(old, rename.gracePeriod()),
        adding.after(add));
  }

  private Expansion inPlace(Change.RenameColumn rename) {
    ColumnPath old = rename.column();
    return Expansion.unsafe(
        "in_place",
        table.withColumns(ColumnEdits.rename(table.columns(), old, rename.to())),
        steps.migrate(
            StepKind.RENAME_COLUMN,
            "Rename " + old + " of " + table.name() + " to " + rename.to(),
            new StepArguments.RenameColumn(old.toString(), rename.target().toString()),
            steps.sql().renameColumn(old, rename.to()),
            steps.undos().exact(steps.sql().renameColumn(rename.target(), old.leaf()))));
  }

  /** The table stays as it is, a view named after the release's version shows the new name. */
  private Expansion view(Change.RenameColumn rename) {
    TableName view = table.name().withName(table.name().name() + "_" + versionName());
    Map<String, String> queries =
        Statements.of(
                dialect ->
                    "SELECT " + selected(rename, dialect) + " FROM " + table.name().render(dialect))
            .byEngine();
    return Expansion.unsafe(
        "view",
        table,
        steps.migrate(
            StepKind.CREATE_VIEW,
            "Create view " + view + " that shows " + rename.column() + " as " + rename.to(),
            new StepArguments.CreateView(view.toString(), queries),
            Statements.of(
                dialect ->
                    "CREATE VIEW " + view.render(dialect) + " AS " + query(queries, dialect)),
            steps.undos().exact(Statements.of(dialect -> "DROP VIEW " + view.render(dialect)))));
  }

  private static String query(Map<String, String> queries, Dialect dialect) {
    return queries.get(dialect == Dialect.SPARK ? "spark" : "trino");
  }

  private String selected(Change.RenameColumn rename, Dialect dialect) {
    return table.columns().stream()
        .map(
            column -> {
              String name = ColumnPath.of(column.name()).render(dialect);
              return column.name().equals(rename.column().leaf())
                  ? name + " AS " + ColumnPath.of(rename.to()).render(dialect)
                  : name;
            })
        .collect(Collectors.joining(", "));
  }

  private String versionName() {
    return context.release().version().replaceAll("[^A-Za-z0-9]+", "_");
  }
}
