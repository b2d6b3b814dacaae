package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.OnInvalid;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.ColumnTree;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves that every value fits, copies, and swaps the two names in one commit. */
final class NarrowingStrategy {
  private final TableModel table;
  private final TableSteps steps;
  private final PlanContext context;

  NarrowingStrategy(TableModel table, TableSteps steps, PlanContext context) {
    this.table = table;
    this.steps = steps;
    this.context = context;
  }

  Expansion expand(Change.ChangeTypeNarrowing narrow) {
    ColumnPath path = narrow.column();
    Column column = table.find(path).orElseThrow().column();
    if (column.type().equals(narrow.to())) {
      return Expansion.nothing(table);
    }
    ColumnPath successor = free(path, "_new");
    ColumnPath retired = free(path, "_old");
    AddColumnStrategy adding = new AddColumnStrategy(table, steps);
    Change.AddColumn add = AddColumnStrategy.nullable(successor, narrow.to(), column.comment());
    ColumnCopies copies = new ColumnCopies(table.name(), steps);
    TableModel swapped = swapped(adding.after(add), path, successor, retired);
    Deprecations deprecations = new Deprecations(swapped, steps, context);
    List<StepDraft> drafts = new ArrayList<>();
    if (narrow.onInvalid() == OnInvalid.FAIL) {
      Proofs proofs = new Proofs(table.name(), steps);
      drafts.add(proofs.everyValueFits(Phase.PRE_CHECK, path, column.type(), narrow.to()));
    }
    drafts.add(adding.step(add));
    drafts.add(copies.backfill(path, successor, narrow.to(), narrow.onInvalid()));
    drafts.add(swap(path, successor, retired));
    drafts.add(
        copies.sync(
            retired, path, narrow.to(), narrow.onInvalid(), false, retired + " is dropped"));
    drafts.add(deprecations.deprecate(column, retired, path, narrow.gracePeriod()));
    return new Expansion(
        Classification.UNSAFE,
        Cost.BACKFILL,
        "expand_swap_contract",
        drafts,
        deprecations.dropLater(retired, narrow.gracePeriod()),
        swapped);
  }

  private StepDraft swap(ColumnPath path, ColumnPath successor, ColumnPath retired) {
    return steps.migrate(
        StepKind.SWAP_NAMES,
        "Give " + successor + " the name " + path + " in " + table.name() + ", in one commit",
        new StepArguments.SwapNames(path.toString(), successor.toString(), retired.leaf()),
        steps.sql().swapNames(path, retired.leaf(), successor, path.leaf()),
        steps.undos().exact(steps.sql().swapNames(path, successor.leaf(), retired, path.leaf())));
  }

  private static TableModel swapped(
      TableModel expanded, ColumnPath path, ColumnPath successor, ColumnPath retired) {
    List<Column> columns = ColumnEdits.rename(expanded.columns(), path, retired.leaf());
    return expanded.withColumns(ColumnEdits.rename(columns, successor, path.leaf()));
  }

  /** A name beside the column that nothing has yet. */
  private ColumnPath free(ColumnPath path, String suffix) {
    Set<String> taken =
        ColumnTree.siblings(table.columns(), path).orElse(List.of()).stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String name = path.leaf() + suffix;
    for (int number = 2; taken.contains(name.toLowerCase(Locale.ROOT)); number++) {
      name = path.leaf() + suffix + number;
    }
    return path.sibling(name);
  }
}
