package io.stillwater.events.plan;

import java.util.List;

public record PhasePlan(Phase phase, List<Step> steps) {
  public PhasePlan {
    steps = Plan.copy(steps);
  }

  PhasePlan forDeployment(String deployment) {
    return new PhasePlan(
        phase, steps.stream().map(step -> step.forDeployment(deployment)).toList());
  }
}
