package io.stillwater.executor.domain;

import io.stillwater.events.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes back what was done, the last first. */
final class UndoOrder {
  private UndoOrder() {}

  static Move next(Course course, Instant now) {
    List<Step> begun =
        new ArrayList<>(
            course
                .plan()
                .steps()
                .filter(step -> Course.changesSomething(step.kind()))
                .filter(step -> course.of(step).state().mayHaveEffect())
                .toList());
    if (begun.isEmpty()) {
      return new Move.Close(false);
    }
    Collections.reverse(begun);
    Step step = begun.get(0);
    StepProgress progress = course.of(step);
    Step gateway = passed(course, step);
    if (gateway != null) {
      return new Move.Keep(
          step,
          gateway.equals(step)
              ? "it is a point of no return"
              : "it stands before the point of no return " + gateway.id());
    }
    if (progress.state() == StepState.UNDOING && progress.exhausted(now)) {
      return new Move.GiveUp(step, progress.lastError());
    }
    if (progress.state() == StepState.UNDOING && progress.mustWait(now)) {
      return new Move.Wait(progress.nextAttemptAt());
    }
    return new Move.Undo(step);
  }

  /** The point of no return that was done at or after the step, or null. */
  private static Step passed(Course course, Step step) {
    List<Step> all = course.plan().steps().toList();
    return all.subList(all.indexOf(step), all.size()).stream()
        .filter(Step::pointOfNoReturn)
        .filter(later -> course.of(later).done() || course.of(later).state() == StepState.KEPT)
        .findFirst()
        .orElse(null);
  }
}
