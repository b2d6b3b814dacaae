package io.stillwater.executor.machine;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.executor.domain.Move;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.service.json.JsonText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a job needs to know of its deployment once the transaction that decided on it is over.
 *
 * @param memories what steps left behind, by step id: of the step that the job is about, or of all
 *     when the deployment ends
 * @param begun an earlier attempt may have made the step's effect
 * @param done the step was recorded as done before it was to be undone
 */
record JobContext(
    Plan plan, Map<String, Map<String, String>> memories, boolean begun, boolean done) {
  static JobContext of(TrackedDeployment tracked, Move.Outside move) {
    Plan plan = tracked.plan();
    if (move instanceof Move.Close) {
      Map<String, Map<String, String>> memories =
          plan.steps().collect(Collectors.toMap(Step::id, step -> memory(tracked.step(step))));
      return new JobContext(plan, memories, false, false);
    }
    Step step =
        move instanceof Move.Attempt attempt
            ? attempt.step()
            : move instanceof Move.Undo undo ? undo.step() : null;
    if (step == null) {
      return new JobContext(plan, Map.of(), false, false);
    }
    StepRow row = tracked.step(step);
    return new JobContext(
        plan,
        Map.of(step.id(), memory(row)),
        row.state != StepState.PENDING,
        row.finishedAt != null);
  }

  StepContext step(Step step) {
    return new StepContext(plan, step, memories.getOrDefault(step.id(), Map.of()));
  }

  private static Map<String, String> memory(StepRow row) {
    return JsonText.read(row.memory, StepRecords.MEMORY);
  }
}
