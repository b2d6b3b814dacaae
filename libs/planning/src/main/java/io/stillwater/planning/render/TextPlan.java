package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Head, tables with their changes, steps and their undo, what comes later, totals. */
final class TextPlan {
  private final Plan plan;
  private final Colours colours;
  private final StringBuilder out = new StringBuilder();

  TextPlan(Plan plan, Colours colours) {
    this.plan = plan;
    this.colours = colours;
  }

  String render() {
    header();
    Map<String, Pin> pins =
        plan.pinned().stream()
            .collect(Collectors.toMap(Pin::table, Function.identity(), (one, other) -> one));
    TextChanges changes = new TextChanges(colours, this::line);
    plan.changes().stream()
        .collect(
            Collectors.groupingBy(ChangeVerdict::table, LinkedHashMap::new, Collectors.toList()))
        .forEach((table, ofTable) -> changes.table(table, pins.get(table), ofTable));
    plan.findings().forEach(finding -> changes.finding("", finding));
    if (plan.status() == PlanStatus.PLANNED) {
      new TextSteps(plan, colours, this::line).render();
    }
    policy();
    String costs = PlanWords.costs(plan);
    line((costs.isEmpty() ? "" : costs + ": ") + PlanWords.summary(plan));
    return out.toString();
  }

  private void header() {
    String version = plan.release().version() == null ? "" : " " + plan.release().version();
    String what =
        " · " + plan.release().name() + version + " → " + plan.release().environment() + " · ";
    String pinned = plan.pinned().isEmpty() ? "" : " · expires if the base moves";
    line(
        colours.bold("Plan " + VisibleText.of(plan.planId()))
            + VisibleText.of(what)
            + status()
            + " · RISK "
            + risk(plan.risk())
            + colours.dim(pinned));
  }

  private void policy() {
    if (plan.status() != PlanStatus.PLANNED || plan.policy() == null) {
      return;
    }
    String reason = VisibleText.of(plan.policy().reason());
    line(
        plan.policy().approvalRequired()
            ? colours.yellow("Waits for approval: " + reason)
            : "Runs unapproved: " + reason);
  }

  private String status() {
    return plan.status() == PlanStatus.PLANNED ? colours.green("PLANNED") : colours.red("REFUSED");
  }

  private String risk(Risk risk) {
    return switch (risk) {
      case LOW -> colours.green("LOW");
      case MEDIUM -> colours.yellow("MEDIUM");
      case HIGH -> colours.red("HIGH");
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
