package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Step;
import io.stillwater.planning.steps.StepDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives steps their ids in the order of the phases, and says what each waits for: effects on one
 * target follow each other, rollouts wait for all tables, and a gate for all that it looks at.
 */
final class StepNumbering {
  private final Map<Phase, List<StepDraft>> drafts = new EnumMap<>(Phase.class);
  private final Map<String, String> lastOfTarget = new HashMap<>();
  private int count;

  void add(List<StepDraft> added) {
    added.forEach(
        draft -> drafts.computeIfAbsent(draft.phase(), phase -> new ArrayList<>()).add(draft));
  }

  List<PhasePlan> phases() {
    List<PhasePlan> phases = new ArrayList<>();
    List<String> gates = List.of();
    Set<String> open = new LinkedHashSet<>();
    for (Map.Entry<Phase, List<StepDraft>> entry : drafts.entrySet()) {
      Phase phase = entry.getKey();
      List<Step> steps = new ArrayList<>();
      List<String> before = List.copyOf(open.isEmpty() ? gates : open);
      for (StepDraft draft : entry.getValue()) {
        Step step = number(draft, dependencies(draft, phase, gates, before));
        steps.add(step);
        if (perTarget(phase)) {
          String earlier = lastOfTarget.put(draft.target(), step.id());
          open.remove(earlier);
        }
        open.add(step.id());
      }
      if (!perTarget(phase)) {
        gates = steps.stream().map(Step::id).toList();
        open.clear();
        if (phase != Phase.PRE_CHECK) {
          open.addAll(gates);
        }
      }
      phases.add(new PhasePlan(phase, steps));
    }
    return phases;
  }

  private static boolean perTarget(Phase phase) {
    return phase == Phase.PROTECT || phase == Phase.EXPAND || phase == Phase.MIGRATE;
  }

  private List<String> dependencies(
      StepDraft draft, Phase phase, List<String> gates, List<String> before) {
    if (phase == Phase.PRE_CHECK) {
      return List.of();
    }
    if (!perTarget(phase)) {
      return before;
    }
    String earlier = lastOfTarget.get(draft.target());
    return earlier == null ? gates : List.of(earlier);
  }

  private Step number(StepDraft draft, List<String> dependsOn) {
    count++;
    return new Step(
        "s" + count,
        draft.kind(),
        draft.target(),
        draft.description(),
        draft.arguments(),
        draft.statements().byEngine(),
        draft.statements().nativeCall(),
        dependsOn,
        draft.undo(),
        draft.pointOfNoReturn());
  }
}
