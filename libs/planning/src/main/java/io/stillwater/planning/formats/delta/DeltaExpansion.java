package io.stillwater.planning.formats.delta;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.RenameStrategy;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.strategy.Expansion;
import io.stillwater.planning.strategy.Strategies;
import io.stillwater.planning.strategy.TableSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shared strategies, with what Delta adds to them: steps that enable a table feature come
 * before the change that needs it, and a change that raises the protocol is never safe.
 */
final class DeltaExpansion {
  private static final String RAISE = "raise_protocol";

  private final DeltaTable table;
  private final PlanContext context;
  private final Duration window;

  DeltaExpansion(DeltaTable table, PlanContext context) {
    this.table = table;
    this.context = context;
    this.window = context.environment().policy().rollbackWindow();
  }

  Expansion expand(Change change) {
    if (change instanceof Change.UpgradeFormat upgrade) {
      return upgrade(upgrade.version());
    }
    Map<String, String> enabling = FeatureNeeds.enabling(change, table);
    TableModel enabled = table.model().withProperties(enabling);
    Expansion shared = Strategies.expand(change, enabled, context, DeltaPlanning.STEPS);
    if (shared.cost() == Cost.NONE) {
      return new Expansion(
          shared.classification(), Cost.NONE, null, List.of(), null, table.model());
    }
    if (removesMapping(change)) {
      return with(shared, Classification.UNSAFE, Cost.REWRITE, "rewrite", shared.steps());
    }
    Set<DeltaFeature> missing = FeatureNeeds.missing(change, table);
    if (!missing.isEmpty()) {
      return raised(shared, enabling, !DeltaProtocol.now(table.model()).missing(missing).isEmpty());
    }
    if (!enabling.isEmpty()) {
      List<StepDraft> steps = new ArrayList<>(List.of(enable(enabling)));
      steps.addAll(shared.steps());
      return with(shared, shared.classification(), shared.cost(), shared.strategy(), steps);
    }
    return dropsLater(change) ? withMappingFirst(shared) : shared;
  }

  private static Expansion with(
      Expansion shared,
      Classification classification,
      Cost cost,
      String strategy,
      List<StepDraft> steps) {
    return new Expansion(
        classification, cost, strategy, steps, shared.contraction(), shared.after());
  }

  /**
   * The protocol never goes down again: the step that raises it is a point of no return.
   *
   * @param first whether no earlier change of the release has raised it already
   */
  private Expansion raised(Expansion shared, Map<String, String> enabling, boolean first) {
    List<StepDraft> steps = new ArrayList<>();
    if (!enabling.isEmpty()) {
      steps.add(enable(enabling));
    }
    steps.addAll(shared.steps());
    if (first) {
      steps.set(0, steps.get(0).asPointOfNoReturn());
    }
    String strategy = shared.strategy() == null ? RAISE : shared.strategy();
    return with(shared, Classification.UNSAFE, shared.cost(), strategy, steps);
  }

  private StepDraft enable(Map<String, String> enabling) {
    TableSteps steps = new TableSteps(table.model(), DeltaPlanning.STEPS, window);
    Map<String, String> before = new HashMap<>();
    enabling.keySet().stream()
        .filter(name -> !name.startsWith(FeatureNeeds.FEATURE))
        .forEach(name -> before.put(name, table.model().properties().get(name)));
    return steps.expand(
        StepKind.SET_PROPERTIES,
        "Enable " + String.join(", ", enabling.keySet()) + " on " + table.model().name(),
        new StepArguments.SetProperties(enabling, before),
        steps.sql().setProperties(enabling),
        steps.undos().exact(steps.sql().setProperties(before)));
  }

  private Expansion upgrade(int version) {
    TableModel model = table.model();
    if (version == table.protocol().minWriter()) {
      return new Expansion(Classification.SAFE, Cost.NONE, null, List.of(), null, model);
    }
    StepDraft step =
        DeltaUpgrade.step(table, version, new TableSteps(model, DeltaPlanning.STEPS, window));
    return new Expansion(Classification.UNSAFE, Cost.METADATA, RAISE, List.of(step), null, model);
  }

  private boolean removesMapping(Change change) {
    return change instanceof Change.SetProperties set
        && set.properties().containsKey(DeltaTable.MAPPING_MODE)
        && table.mapped()
        && !DeltaTable.of(table.model().withProperties(set.properties())).mapped();
  }

  private boolean dropsLater(Change change) {
    return change instanceof Change.RenameColumn rename
        && rename.strategy() == RenameStrategy.EXPAND_CONTRACT
        && !table.mapped();
  }

  /** The old name is dropped once the mapping is there: both fall due together. */
  private static Expansion withMappingFirst(Expansion shared) {
    Contraction later = shared.contraction();
    Map<String, Object> mapping =
        Map.of(
            "operation", "set_properties", "properties", Map.of(DeltaTable.MAPPING_MODE, "name"));
    Contraction both =
        new Contraction(
            later.after(),
            later.table(),
            later.evidence(),
            List.of(JsonValues.of(mapping), later.changes().get(0)));
    return new Expansion(
        shared.classification(),
        shared.cost(),
        shared.strategy(),
        shared.steps(),
        both,
        shared.after());
  }
}
