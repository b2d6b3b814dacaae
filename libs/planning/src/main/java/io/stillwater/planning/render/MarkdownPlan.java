package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Verdicts in a table, then findings, readers and steps in folds. Each part may go up to a length,
 * so that a long one leaves room for the next; refused and unsafe changes come first.
 */
final class MarkdownPlan {
  /** Of the 65,536 characters that GitHub takes, each part ends before; some are left to others. */
  private static final int END_OF_CHANGES = 25_000;

  private static final int END_OF_FINDINGS = 42_000;
  private static final int END_OF_LATER = 47_000;
  private static final int END_OF_STEPS = 59_000;

  private final Plan plan;
  private final CommentText out = new CommentText();

  MarkdownPlan(Plan plan) {
    this.plan = plan;
  }

  String render() {
    head();
    List<ChangeVerdict> changes = worstFirst();
    changes(changes);
    List<String> findings = new MarkdownFindings(plan, changes).lines();
    fold("Findings: " + findings.size(), findings, END_OF_FINDINGS, refused());
    List<String> later = plan.contractions().stream().map(MarkdownPlan::later).toList();
    fold("Later: " + later.size(), later, END_OF_LATER, false);
    String title = "Steps and their undo: " + plan.steps().count();
    fold(title, new MarkdownSteps(plan).lines(), END_OF_STEPS, false);
    return out.toString();
  }

  private void head() {
    String version = plan.release().version() == null ? "" : " " + plan.release().version();
    out.add(
        "### Stillwater plan: "
            + MarkdownText.sentence(plan.release().name() + version)
            + " → "
            + MarkdownText.sentence(plan.release().environment())
            + "\n**"
            + (refused() ? "❌ refused" : "✅ planned")
            + "** · risk **"
            + plan.risk()
            + "** · "
            + PlanWords.summary(plan)
            + " · "
            + MarkdownText.name(plan.planId())
            + "\n");
    if (!refused() && plan.policy() != null && plan.policy().approvalRequired()) {
      out.add("\nWaits for approval: " + MarkdownText.sentence(plan.policy().reason()) + "\n");
    }
  }

  private boolean refused() {
    return plan.status() == PlanStatus.REFUSED;
  }

  private List<ChangeVerdict> worstFirst() {
    return plan.changes().stream()
        .sorted(Comparator.comparing(ChangeVerdict::classification).reversed())
        .toList();
  }

  private void changes(List<ChangeVerdict> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.add("\n| | Table | Change | Verdict |\n|---|---|---|---|\n");
    int left = out.addUpTo(END_OF_CHANGES, changes.stream().map(MarkdownPlan::row).toList());
    if (left > 0) {
      out.add("\n_" + leftOut(changes.subList(changes.size() - left, changes.size())) + "_\n");
    }
  }

  private static String leftOut(List<ChangeVerdict> changes) {
    String counts =
        changes.stream()
            .collect(Collectors.groupingBy(ChangeVerdict::classification, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(java.util.Map.Entry.<Classification, Long>comparingByKey().reversed())
            .map(one -> one.getValue() + " " + one.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return changes.size() + " more changes are left out (" + counts + "): see stillwater plan";
  }

  private static String row(ChangeVerdict change) {
    String sign =
        switch (change.classification()) {
          case REFUSED -> "❌";
          case UNSAFE -> "⚠️";
          case SAFE -> "✅";
        };
    return "| "
        + sign
        + " | "
        + MarkdownText.name(change.table())
        + " | "
        + MarkdownText.name(PlanWords.change(change))
        + " | "
        + MarkdownText.sentence(PlanWords.verdict(change))
        + " |\n";
  }

  private static String later(Contraction contraction) {
    return "- "
        + MarkdownText.name(contraction.table() + ": " + PlanWords.changes(contraction))
        + " "
        + MarkdownText.sentence(PlanWords.later(contraction))
        + "\n";
  }

  private void fold(String title, List<String> lines, int limit, boolean open) {
    if (lines.isEmpty()) {
      return;
    }
    out.add("\n<details" + (open ? " open" : "") + "><summary>" + title + "</summary>\n\n");
    int left = out.addUpTo(limit, lines);
    if (left > 0) {
      out.add("\n_" + left + " more are left out: see stillwater plan_\n");
    }
    out.add("\n</details>\n");
  }
}
