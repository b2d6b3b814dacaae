package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Severity;
import java.util.List;

/** Tables with what is to be said of each change. */
final class TextChanges {
  /** Verdicts stand below each other unless a change is wider. */
  private static final int WIDEST = 44;

  private static final String BELOW = "      ";

  private final Colours colours;
  private final java.util.function.Consumer<String> lines;

  TextChanges(Colours colours, java.util.function.Consumer<String> lines) {
    this.colours = colours;
    this.lines = lines;
  }

  /**
   * @param pin null for a table that is not there
   */
  void table(String name, Pin pin, List<ChangeVerdict> changes) {
    String format = pin == null ? "" : PlanWords.format(pin);
    String base = pin == null ? "" : PlanWords.base(pin);
    lines.accept(
        mark(changes)
            + " "
            + colours.bold(VisibleText.of(name))
            + (format.isEmpty() ? "" : " [" + VisibleText.of(format) + "]")
            + (base.isEmpty() ? "" : colours.dim("  base " + base)));
    List<String> words =
        changes.stream().map(change -> VisibleText.of(PlanWords.change(change))).toList();
    int width =
        words.stream().mapToInt(String::length).filter(one -> one <= WIDEST).max().orElse(0);
    for (int i = 0; i < changes.size(); i++) {
      String padding = " ".repeat(Math.max(0, width - words.get(i).length()));
      lines.accept("  " + words.get(i) + padding + "  " + verdict(changes.get(i)));
      changes.get(i).findings().forEach(finding -> finding(BELOW, finding));
      changes.get(i).consumers().forEach(this::consumer);
    }
  }

  void finding(String indent, Finding finding) {
    String text = VisibleText.of(finding.code() + " " + finding.message());
    String evidence =
        finding.evidence() == null ? "" : VisibleText.of(" (" + finding.evidence() + ")");
    lines.accept(
        switch (finding.severity()) {
          case INFO -> indent + colours.dim(text + evidence);
          case WARNING -> indent + colours.yellow(text) + evidence;
          case ERROR -> indent + colours.red(text) + evidence;
        });
    if (finding.severity() != Severity.INFO && finding.fix() != null) {
      lines.accept(indent + "  fix: " + VisibleText.of(finding.fix()));
    }
  }

  private static String mark(List<ChangeVerdict> changes) {
    return switch (changes.get(0).operation()) {
      case "create_table" -> "+";
      case "drop_table" -> "-";
      default -> "~";
    };
  }

  private String verdict(ChangeVerdict change) {
    String words = VisibleText.of(PlanWords.verdict(change));
    return switch (change.classification()) {
      case SAFE -> colours.green(words);
      case UNSAFE -> colours.yellow(words);
      case REFUSED -> colours.red(words);
    };
  }

  private void consumer(Consumer consumer) {
    String words = VisibleText.of(PlanWords.consumer(consumer));
    String evidence = consumer.evidence() == null ? "" : VisibleText.of(": " + consumer.evidence());
    boolean breaks = consumer.verdict() == ConsumerVerdict.BREAKS;
    lines.accept(BELOW + "! " + (breaks ? colours.red(words) : words) + evidence);
  }
}
