package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Severity;
import io.stillwater.events.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays a plan out as in {@code facts/table-formats.md}, section 7. */
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
    tables().forEach(this::table);
    plan.findings().forEach(finding -> finding("", finding));
    if (plan.status() == PlanStatus.PLANNED) {
      steps();
      contractions();
      line(policy());
    }
    line(PlanWords.summary(plan));
    return out.toString();
  }

  private void header() {
    String version = plan.release().version() == null ? "" : " " + plan.release().version();
    line(
        colours.bold("Plan " + plan.planId())
            + " · "
            + plan.release().name()
            + version
            + " → "
            + plan.release().environment()
            + " · "
            + status()
            + " · risk "
            + risk());
    if (!plan.pinned().isEmpty()) {
      line(colours.dim("base: " + PlanWords.base(plan) + " · planned anew if the base moves"));
    }
  }

  private Map<String, List<ChangeVerdict>> tables() {
    return plan.changes().stream()
        .collect(
            Collectors.groupingBy(ChangeVerdict::table, LinkedHashMap::new, Collectors.toList()));
  }

  private void table(String name, List<ChangeVerdict> changes) {
    line("~ " + colours.bold(name));
    for (ChangeVerdict change : changes) {
      line("  " + mark(change) + " " + PlanWords.change(change) + "  " + verdict(change));
      change.findings().forEach(finding -> finding("    ", finding));
      change.consumers().forEach(consumer -> line("    ! " + PlanWords.consumer(consumer)));
    }
  }

  private static String mark(ChangeVerdict change) {
    if (change.operation().startsWith("add_") || change.operation().startsWith("create_")) {
      return "+";
    }
    return change.operation().startsWith("drop_") ? "-" : "~";
  }

  private String verdict(ChangeVerdict change) {
    String strategy = change.strategy() == null ? "" : " by " + change.strategy();
    String words = change.classification() + strategy + " · " + PlanWords.cost(change);
    if (change.classification() == Classification.SAFE) {
      return colours.green(words);
    }
    if (change.classification() == Classification.UNSAFE) {
      return colours.yellow(words);
    }
    String by = change.refusedBy().isEmpty() ? "" : " by " + String.join(", ", change.refusedBy());
    return colours.red("REFUSED" + by);
  }

  private void finding(String indent, Finding finding) {
    String text = finding.code() + " " + finding.message();
    String evidence = finding.evidence() == null ? "" : " (" + finding.evidence() + ")";
    if (finding.severity() == Severity.INFO) {
      line(indent + colours.dim("· " + text + evidence));
      return;
    }
    boolean error = finding.severity() == Severity.ERROR;
    line(indent + (error ? colours.red("✗ " + text) : colours.yellow("! " + text)) + evidence);
    if (finding.fix() != null) {
      line(indent + "  fix: " + finding.fix());
    }
  }

  private void steps() {
    plan.phases()
        .forEach(
            phase -> {
              line(colours.bold(phase.phase().name()));
              phase.steps().forEach(this::step);
            });
  }

  private void step(Step step) {
    String last = step.pointOfNoReturn() ? colours.red("  point of no return") : "";
    line("  " + step.id() + " " + step.description() + last);
    step.statements().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            statement ->
                line("     " + colours.dim(statement.getKey() + ": " + statement.getValue())));
    String undo = PlanWords.undo(step);
    if (!undo.isEmpty()) {
      line("     " + colours.dim(undo));
    }
  }

  private void contractions() {
    for (Contraction contraction : plan.contractions()) {
      line(
          "Later: after "
              + PlanWords.duration(contraction.after())
              + ", with "
              + contraction.evidence()
              + ": "
              + PlanWords.changes(contraction));
    }
  }

  private String policy() {
    return plan.policy().approvalRequired()
        ? colours.yellow("Waits for approval: " + plan.policy().reason())
        : "Runs unapproved: " + plan.policy().reason();
  }

  private String status() {
    return plan.status() == PlanStatus.PLANNED ? colours.green("PLANNED") : colours.red("REFUSED");
  }

  private String risk() {
    return switch (plan.risk()) {
      case LOW -> colours.green("LOW");
      case MEDIUM -> colours.yellow("MEDIUM");
      case HIGH -> colours.red("HIGH");
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
