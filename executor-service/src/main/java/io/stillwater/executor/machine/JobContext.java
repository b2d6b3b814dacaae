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

/**
 * What a job needs to know of its deployment once the transaction that decided on it is over.
 *
 * @param begun an earlier attempt may have made the step's effect
 * @param done the step was recorded as done before it was to be undone
 */
record JobContext(Plan plan, Map<String, String> memory, boolean begun, boolean done) {
  static JobContext of(TrackedDeployment tracked, Move.Outside move) {
    Step step =
        move instanceof Move.Attempt attempt
            ? attempt.step()
            : move instanceof Move.Undo undo ? undo.step() : null;
    if (step == null) {
      return new JobContext(tracked.plan(), Map.of(), false, false);
    }
    StepRow row = tracked.step(step);
    boolean done = row.finishedAt != null;
    return new JobContext(
        tracked.plan(),
        JsonText.read(row.memory, StepRecords.MEMORY),
        row.state != StepState.PENDING,
        done);
  }

  StepContext step(Step step) {
    return new StepContext(plan, step, memory);
  }
}
