package io.stillwater.planning.strategy;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Cost;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;

/**
 * What a change comes to once nothing refuses it.
 *
 * @param strategy lower snake case; null where the operation knows only one way
 * @param contraction what waits for its grace period; null for nothing
 * @param after the table as the steps leave it, so that the next change is planned on that
 */
public record Expansion(
    Classification classification,
    Cost cost,
    String strategy,
    List<StepDraft> steps,
    Contraction contraction,
    TableModel after) {
  public Expansion {
    steps = List.copyOf(steps);
  }

  static Expansion safe(TableModel after, StepDraft... steps) {
    return new Expansion(Classification.SAFE, Cost.METADATA, null, List.of(steps), null, after);
  }

  static Expansion unsafe(String strategy, TableModel after, StepDraft... steps) {
    return new Expansion(
        Classification.UNSAFE, Cost.METADATA, strategy, List.of(steps), null, after);
  }

  static Expansion nothing(TableModel table) {
    return new Expansion(Classification.SAFE, Cost.NONE, null, List.of(), null, table);
  }

  /** The same steps, for a change that needs a look first. */
  public Expansion asUnsafe() {
    return new Expansion(Classification.UNSAFE, cost, strategy, steps, contraction, after);
  }

  public Expansion withSteps(List<StepDraft> others) {
    return new Expansion(classification, cost, strategy, others, contraction, after);
  }
}
