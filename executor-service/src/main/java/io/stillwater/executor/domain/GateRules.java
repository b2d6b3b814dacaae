package io.stillwater.executor.domain;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepKind;
import java.time.Instant;

/** What follows from a stage's checks: asked, answered, or not answered in time. */
final class GateRules {
  /** An answer that did not come is asked for once more before a person is called. */
  private static final int TRIES = 2;

  private GateRules() {}

  static Move next(Course course, Phase phase, String stage, Instant now) {
    Gate gate = course.gate();
    if (course.steps(phase).stream().noneMatch(step -> step.kind() == StepKind.CHECK)) {
      return Itinerary.work(course, phase, now);
    }
    if (gate == null) {
      return new Move.AskGate(stage, 1);
    }
    if (gate.answered()) {
      return switch (gate.action()) {
        case PROCEED -> Itinerary.work(course, phase, now);
        case INVESTIGATE -> new Move.Pause(PauseCause.GATE, gate.reason());
        case ROLLBACK -> new Move.RollBack(gate.reason());
      };
    }
    if (!gate.overdue(now)) {
      return new Move.Wait(gate.deadline());
    }
    if (gate.tries() < TRIES) {
      return new Move.AskGate(stage, gate.tries() + 1);
    }
    return new Move.Pause(
        PauseCause.GATE,
        "the %s checks gave no answer until %s, asked %d times: UNKNOWN is never a pass; "
                .formatted(stage, gate.deadline(), gate.tries())
            + "see that the validator runs, then resume asks again and promote goes on");
  }
}
