package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Severity;
import io.stillwater.events.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Verdicts in a table, findings below it, steps in a fold; cut where a comment would be too long.
 */
final class MarkdownPlan {
  /** GitHub takes 65,536 characters; the rest is for what the caller adds. */
  private static final int LONGEST = 60_000;

  private static final String CUT = "\n_The rest is left out: see `stillwater plan -o text`._\n";

  private final Plan plan;
  private final StringBuilder out = new StringBuilder();

  MarkdownPlan(Plan plan) {
    this.plan = plan;
  }

  String render() {
    String status = plan.status() == PlanStatus.PLANNED ? "✅ planned" : "❌ refused";
    add(
        "### Stillwater plan: "
            + escape(plan.release().name())
            + " → "
            + escape(plan.release().environment())
            + "\n");
    add(
        "**"
            + status
            + "** · risk **"
            + plan.risk()
            + "** · "
            + PlanWords.summary(plan)
            + " · `"
            + plan.planId()
            + "`\n");
    if (plan.policy() != null && plan.policy().approvalRequired()) {
      add("\nWaits for approval: " + escape(plan.policy().reason()) + "\n");
    }
    boolean whole = changes() && findings() && contractions() && steps();
    return whole ? out.toString() : out + CUT;
  }

  private boolean changes() {
    List<String> lines = new ArrayList<>();
    for (ChangeVerdict change : worstFirst()) {
      lines.add(
          "| "
              + code(change.table())
              + " | "
              + code(PlanWords.change(change))
              + " | "
              + change.classification()
              + " | "
              + (change.strategy() == null ? "" : change.strategy())
              + " | "
              + PlanWords.cost(change)
              + " |\n");
    }
    return lines.isEmpty()
        || add("\n| Table | Change | Verdict | Strategy | Cost |\n|---|---|---|---|---|\n")
            && addAll(lines);
  }

  private List<ChangeVerdict> worstFirst() {
    return plan.changes().stream()
        .sorted(Comparator.comparing(ChangeVerdict::classification).reversed())
        .toList();
  }

  private boolean findings() {
    List<String> lines = new ArrayList<>();
    plan.findings().forEach(finding -> lines.add(finding(finding, null)));
    for (ChangeVerdict change : worstFirst()) {
      change.findings().stream()
          .filter(finding -> finding.severity() != Severity.INFO)
          .forEach(finding -> lines.add(finding(finding, change.table())));
    }
    return lines.isEmpty() || add("\n") && addAll(lines);
  }

  private static String finding(Finding finding, String table) {
    String sign =
        switch (finding.severity()) {
          case ERROR -> "❌";
          case WARNING -> "⚠️";
          case INFO -> "ℹ️";
        };
    String where = table == null ? "" : " " + code(table);
    String fix = finding.fix() == null ? "" : " _Fix: " + escape(finding.fix()) + "._";
    return "- "
        + sign
        + " **"
        + finding.code()
        + "**"
        + where
        + " "
        + escape(finding.message())
        + "."
        + fix
        + "\n";
  }

  private boolean contractions() {
    List<String> lines =
        plan.contractions().stream()
            .map(
                one ->
                    "- later, after "
                        + PlanWords.duration(one.after())
                        + ", with "
                        + escape(one.evidence())
                        + ": "
                        + code(PlanWords.changes(one))
                        + "\n")
            .toList();
    return lines.isEmpty() || add("\n") && addAll(lines);
  }

  private boolean steps() {
    if (plan.phases().isEmpty()) {
      return true;
    }
    add("\n<details><summary>" + plan.steps().count() + " steps</summary>\n\n");
    boolean whole = true;
    for (PhasePlan phase : plan.phases()) {
      whole = whole && add("\n**" + phase.phase() + "**\n");
      for (Step step : phase.steps()) {
        whole = whole && add(step(step));
      }
    }
    out.append("\n</details>\n");
    return whole;
  }

  private static String step(Step step) {
    StringBuilder text = new StringBuilder("- `" + step.id() + "` " + escape(step.description()));
    if (step.pointOfNoReturn()) {
      text.append(" **point of no return**");
    }
    String undo = PlanWords.undo(step);
    text.append(undo.isEmpty() ? "" : " (" + escape(undo) + ")").append('\n');
    step.statements().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(sql -> text.append("  - " + sql.getKey() + ": " + code(sql.getValue()) + "\n"));
    return text.toString();
  }

  private boolean addAll(List<String> lines) {
    for (String line : lines) {
      if (!add(line)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it still went in. */
  private boolean add(String text) {
    boolean fits = out.length() + text.length() < LONGEST;
    if (fits) {
      out.append(text);
    }
    return fits;
  }

  /** A fence longer than any run of backticks inside; a bar would end the table's cell. */
  private static String code(String text) {
    int longest = 0;
    int run = 0;
    for (char c : text.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String space = longest == 0 ? "" : " ";
    String line = text.replace("|", "\\|").replace("\n", " ").replace("\r", " ");
    return fence + space + line + space + fence;
  }

  /** People's texts must not become markup. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if ("\\`*_[]<>|#@".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return escaped.toString();
  }
}
