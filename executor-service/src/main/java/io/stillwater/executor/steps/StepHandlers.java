package io.stillwater.executor.steps;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler does which kind of step. */
@ApplicationScoped
public class StepHandlers {
  private final Map<StepKind, StepHandler> byKind = new EnumMap<>(StepKind.class);

  StepHandlers(Instance<StepHandler> handlers) {
    for (StepHandler handler : handlers) {
      handler.kinds().forEach(kind -> register(kind, handler));
    }
  }

  private void register(StepKind kind, StepHandler handler) {
    if (byKind.put(kind, handler) != null) {
      throw new IllegalStateException("Two handlers for steps of kind " + kind + "; keep one");
    }
  }

  public StepHandler of(StepKind kind) {
    return byKind.get(kind);
  }

  /** Why the plan cannot be carried out by this service at all; empty where it can. */
  public Optional<String> obstacle(Plan plan) {
    if (plan.steps().findAny().isEmpty()) {
      return Optional.of("the plan has no steps");
    }
    List<String> unknown =
        plan.steps()
            .filter(step -> !byGateOrSoak(step.kind()) && !byKind.containsKey(step.kind()))
            .map(step -> "%s %s %s".formatted(step.id(), step.kind(), step.target()))
            .toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "this executor cannot do "
                + String.join(", ", unknown)
                + ": take what asks for it out of the release, or roll it out by hand");
  }

  /** Done by the machine itself: by asking the validator and the monitor. */
  private static boolean byGateOrSoak(StepKind kind) {
    return kind == StepKind.CHECK || kind == StepKind.SOAK;
  }
}
