package io.stillwater.planning.render;

import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the release is taken back, then what is done, phase by phase. */
final class MarkdownSteps {
  private final Plan plan;

  MarkdownSteps(Plan plan) {
    this.plan = plan;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String sentence : RollbackWords.of(plan)) {
      lines.add("- rollback: " + MarkdownText.sentence(sentence) + "\n");
    }
    for (PhasePlan phase : plan.phases()) {
      lines.add("\n**" + phase.phase() + "**\n");
      phase.steps().forEach(step -> lines.add(step(step)));
    }
    return lines;
  }

  private static String step(Step step) {
    StringBuilder text = new StringBuilder();
    text.append("- ").append(MarkdownText.name(step.id())).append(' ');
    text.append(MarkdownText.sentence(step.description()));
    if (step.pointOfNoReturn()) {
      text.append(" **point of no return**");
    }
    String undo = PlanWords.undo(step);
    text.append(undo.isEmpty() ? "" : " (" + MarkdownText.sentence(undo) + ")").append('\n');
    step.statements().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            sql ->
                text.append("  - ")
                    .append(MarkdownText.sentence(sql.getKey()))
                    .append(": ")
                    .append(MarkdownText.statement(sql.getValue()))
                    .append('\n'));
    return text.toString();
  }
}
