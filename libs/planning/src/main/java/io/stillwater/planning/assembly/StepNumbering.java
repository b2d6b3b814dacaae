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
import java.util.stream.Collectors;

/**
 * Gives steps their ids in the order of the phases, and says what each waits for: effects on one
 * target follow each other and the gates that look at it, rollouts wait for all tables, and a gate
 * for all that it looks at. What phases keep apart anyhow is not said again for every pair of
 * tables, or a plan would grow with their square.
 */
final class StepNumbering {
  private final Map<Phase, List<StepDraft>> drafts = new EnumMap<>(Phase.class);
  private final Map<String, String> lastOfTarget = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private int count;

  void add(List<StepDraft> added) {
    added.forEach(
        draft -> drafts.computeIfAbsent(draft.phase(), phase -> new ArrayList<>()).add(draft));
  }

  List<PhasePlan> phases() {
    List<PhasePlan> phases = new ArrayList<>();
    Gates gates = Gates.NONE;
    for (Map.Entry<Phase, List<StepDraft>> entry : drafts.entrySet()) {
      Phase phase = entry.getKey();
      List<Step> steps = new ArrayList<>();
      List<String> before = List.copyOf(open.isEmpty() ? gates.all() : open);
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
        gates = Gates.of(steps, targets());
        open.clear();
        if (phase != Phase.PRE_CHECK) {
          open.addAll(gates.all());
        }
      }
      phases.add(new PhasePlan(phase, steps));
    }
    return phases;
  }

  private static boolean perTarget(Phase phase) {
    return phase == Phase.PROTECT || phase == Phase.EXPAND || phase == Phase.MIGRATE;
  }

  private Set<String> targets() {
    return drafts.entrySet().stream()
        .filter(entry -> perTarget(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .map(StepDraft::target)
        .collect(Collectors.toSet());
  }

  private List<String> dependencies(
      StepDraft draft, Phase phase, Gates gates, List<String> before) {
    if (phase == Phase.PRE_CHECK) {
      return List.of();
    }
    String earlier = lastOfTarget.get(draft.target());
    if (perTarget(phase)) {
      return earlier == null ? gates.of(draft.target()) : List.of(earlier);
    }
    boolean looksAtOne = phase == Phase.POST_CHECK && earlier != null && open.contains(earlier);
    return looksAtOne ? List.of(earlier) : before;
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

  /**
   * Gates of the phase before.
   *
   * @param ofTarget those that look at one target that is changed
   * @param others those that look at anything else, and hold for all
   */
  private record Gates(List<String> all, Map<String, List<String>> ofTarget, List<String> others) {
    private static final Gates NONE = new Gates(List.of(), Map.of(), List.of());

    static Gates of(List<Step> steps, Set<String> targets) {
      Map<String, List<String>> ofTarget = new HashMap<>();
      List<String> others = new ArrayList<>();
      for (Step step : steps) {
        boolean one = targets.contains(step.target());
        List<String> ids =
            one ? ofTarget.computeIfAbsent(step.target(), t -> new ArrayList<>()) : others;
        ids.add(step.id());
      }
      return new Gates(steps.stream().map(Step::id).toList(), ofTarget, others);
    }

    List<String> of(String target) {
      List<String> ids = new ArrayList<>(ofTarget.getOrDefault(target, List.of()));
      ids.addAll(others);
      return ids;
    }
  }
}
