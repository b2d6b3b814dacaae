package io.stillwater.executor.steps;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import java.util.Map;

/**
 * One step to be done or undone.
 *
 * @param memory what {@link StepHandler#prepare} and {@link StepHandler#act} left behind
 */
public record StepContext(Plan plan, Step step, Map<String, String> memory) {
  public StepContext {
    memory = Map.copyOf(memory);
  }

  public String deploymentId() {
    return plan.deploymentId();
  }

  /**
   * The step's arguments as the record that its kind asks for.
   *
   * @throws ImpossibleStepException when the plan has others
   */
  public <T extends StepArguments> T arguments(Class<T> type) {
    if (!type.isInstance(step.arguments())) {
      throw new ImpossibleStepException(
          "Step %s is a %s but its arguments are %s: the plan is damaged, plan the release anew"
              .formatted(step.id(), step.kind(), step.arguments()));
    }
    return type.cast(step.arguments());
  }

  public StepContext remembering(Map<String, String> prepared) {
    return new StepContext(plan, step, prepared);
  }
}
