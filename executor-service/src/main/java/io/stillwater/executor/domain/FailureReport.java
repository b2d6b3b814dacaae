package io.stillwater.executor.domain;

import io.stillwater.events.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person needs who takes over: what was done, what was not, and what to run. */
public final class FailureReport {
  private FailureReport() {}

  public static String of(Course course, Step failed, String error) {
    StepProgress progress = course.of(failed);
    boolean undoing = progress.state() == StepState.UNDOING;
    return "%s of %s failed after %d attempt(s): %s. Done: %s. Not done: %s. By hand: %s. Mend the cause, then `retry %s`; `rollback %s` takes back what was done."
        .formatted(
            undoing ? "the undo" : "the doing",
            name(failed),
            progress.attempts(),
            error,
            names(course, true),
            names(course, false),
            byHand(undoing ? failed.undo().statements() : failed.statements()),
            course.plan().deploymentId(),
            course.plan().deploymentId());
  }

  private static String names(Course course, boolean done) {
    List<String> names =
        course
            .plan()
            .steps()
            .filter(step -> course.of(step).done() == done)
            .map(FailureReport::name)
            .toList();
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }

  private static String name(Step step) {
    return "%s %s %s".formatted(step.id(), step.kind(), step.target()).stripTrailing();
  }

  private static String byHand(Map<String, String> statements) {
    return statements.isEmpty()
        ? "there is no statement for it"
        : statements.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("; "));
  }
}
