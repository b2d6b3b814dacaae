package io.stillwater.planning.render;

import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is done, in which order, and how it is taken back. */
final class TextSteps {
  private static final int MOST_BY_NAME = 8;

  private final Plan plan;
  private final Colours colours;
  private final Consumer<String> lines;

  TextSteps(Plan plan, Colours colours, Consumer<String> lines) {
    this.plan = plan;
    this.colours = colours;
    this.lines = lines;
  }

  void render() {
    named("Preconditions", "; ", words(preconditions()));
    lines.accept(colours.bold("Steps"));
    plan.phases().forEach(this::phase);
    named("Rollback", " · ", RollbackWords.of(plan));
    plan.contractions().forEach(this::later);
  }

  /** What must hold before the first step that can lose something. */
  private List<Step> preconditions() {
    List<Step> steps = new ArrayList<>();
    for (PhasePlan phase : plan.phases()) {
      for (Step step : phase.steps()) {
        boolean protects = step.kind() == StepKind.TAG || step.kind() == StepKind.RETAIN;
        if (phase.phase() == Phase.PRE_CHECK || step.kind() == StepKind.VALIDATE || protects) {
          steps.add(step);
        }
      }
    }
    return steps;
  }

  /** Each by itself where they are few, else how many of which kind. */
  private static List<String> words(List<Step> steps) {
    if (steps.size() <= MOST_BY_NAME) {
      return steps.stream().map(step -> step.id() + " " + step.description()).toList();
    }
    Map<StepKind, List<String>> ids = new EnumMap<>(StepKind.class);
    steps.forEach(
        step -> ids.computeIfAbsent(step.kind(), kind -> new ArrayList<>()).add(step.id()));
    return ids.entrySet().stream()
        .map(
            one ->
                one.getValue().size()
                    + " "
                    + one.getKey()
                    + " ("
                    + RollbackWords.ranges(one.getValue())
                    + ")")
        .toList();
  }

  private void named(String name, String between, List<String> parts) {
    if (!parts.isEmpty()) {
      lines.accept(colours.bold(name + ": ") + VisibleText.of(String.join(between, parts)));
    }
  }

  private void phase(PhasePlan phase) {
    lines.accept("  " + colours.bold(phase.phase().name()));
    phase.steps().forEach(this::step);
  }

  private void step(Step step) {
    String last = step.pointOfNoReturn() ? colours.red("  point of no return") : "";
    lines.accept("    " + VisibleText.of(step.id() + " " + step.description()) + last);
    step.statements().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(statement -> statement.getKey() + ": " + statement.getValue())
        .forEach(statement -> lines.accept("       " + colours.dim(VisibleText.of(statement))));
    String undo = PlanWords.undo(step);
    if (!undo.isEmpty()) {
      lines.accept("       " + colours.dim(VisibleText.of(undo)));
    }
  }

  private void later(Contraction contraction) {
    String words = PlanWords.later(contraction) + ": " + PlanWords.changes(contraction);
    lines.accept("Later: " + VisibleText.of(words));
  }
}
