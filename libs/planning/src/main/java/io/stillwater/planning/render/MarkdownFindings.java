package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be said of the changes, errors first, then warnings and readers that break. */
final class MarkdownFindings {
  private final Plan plan;
  private final List<ChangeVerdict> changes;

  /**
   * @param changes of the plan, the worst first
   */
  MarkdownFindings(Plan plan, List<ChangeVerdict> changes) {
    this.plan = plan;
    this.changes = changes;
  }

  List<String> lines() {
    List<Line> lines = new ArrayList<>();
    plan.findings().forEach(finding -> lines.add(line(finding, "")));
    for (ChangeVerdict change : changes) {
      String where = MarkdownText.name(change.table() + ": " + PlanWords.change(change)) + " ";
      change.findings().forEach(finding -> lines.add(line(finding, where)));
      change.consumers().forEach(consumer -> lines.add(line(consumer, where)));
    }
    // Sorting keeps the order of those that weigh the same.
    return lines.stream().sorted(Comparator.comparingInt(Line::weight)).map(Line::text).toList();
  }

  private static Line line(Finding finding, String where) {
    String sign =
        switch (finding.severity()) {
          case ERROR -> "❌";
          case WARNING -> "⚠️";
          case INFO -> "ℹ️";
        };
    boolean fixed = finding.fix() == null || finding.severity() == Severity.INFO;
    String evidence = finding.evidence() == null ? "" : " (" + finding.evidence() + ")";
    String text =
        "- "
            + sign
            + " **"
            + MarkdownText.sentence(finding.code())
            + "** "
            + where
            + MarkdownText.sentence(finding.message() + evidence)
            + (fixed ? "" : ". Fix: " + MarkdownText.sentence(finding.fix()))
            + "\n";
    int weight =
        switch (finding.severity()) {
          case ERROR -> 0;
          case WARNING -> 1;
          case INFO -> 4;
        };
    return new Line(weight, text);
  }

  private static Line line(Consumer consumer, String where) {
    String evidence = consumer.evidence() == null ? "" : ": " + consumer.evidence();
    boolean breaks = consumer.verdict() == ConsumerVerdict.BREAKS;
    return new Line(
        breaks ? 2 : 3,
        "- "
            + (breaks ? "💥 " : "👁️ ")
            + where
            + MarkdownText.sentence(PlanWords.consumer(consumer) + evidence)
            + "\n");
  }

  private record Line(int weight, String text) {}
}
