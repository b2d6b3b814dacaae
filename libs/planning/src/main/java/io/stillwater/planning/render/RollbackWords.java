package io.stillwater.planning.render;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How far a plan can be taken back, and until when: steps with the same promise together. */
final class RollbackWords {
  private static final Set<StepKind> WITHOUT_EFFECT =
      EnumSet.of(StepKind.CHECK, StepKind.VALIDATE, StepKind.SOAK);

  private RollbackWords() {}

  /** One sentence per promise, the points of no return last; none for a plan without effects. */
  static List<String> of(Plan plan) {
    Map<String, List<String>> promises = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    plan.steps()
        .filter(step -> !WITHOUT_EFFECT.contains(step.kind()))
        .forEach(
            step -> {
              promises.computeIfAbsent(promise(step), text -> new ArrayList<>()).add(step.id());
              if (step.pointOfNoReturn()) {
                last.add(step.id() + " is a point of no return");
              }
            });
    List<String> sentences = new ArrayList<>();
    promises.forEach((promise, ids) -> sentences.add(ranges(ids) + " " + promise));
    sentences.addAll(last);
    return sentences;
  }

  private static String promise(Step step) {
    if (step.undo() == null || step.undo().kind() == UndoKind.NONE) {
      return "cannot be undone";
    }
    String kind = step.undo().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return kind + (step.undo().until() == null ? "" : " until " + step.undo().until());
  }

  /** {@code s2-s5, s8}: ids that follow each other as a range. */
  static String ranges(List<String> ids) {
    List<String> ranges = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= ids.size(); i++) {
      if (i == ids.size() || number(ids.get(i)) != number(ids.get(i - 1)) + 1) {
        String first = ids.get(start);
        ranges.add(start == i - 1 ? first : first + "-" + ids.get(i - 1));
        start = i;
      }
    }
    return String.join(", ", ranges);
  }

  private static long number(String id) {
    String digits = id.substring(1);
    return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() && digits.length() < 10
        ? Long.parseLong(digits)
        : -2;
  }
}
