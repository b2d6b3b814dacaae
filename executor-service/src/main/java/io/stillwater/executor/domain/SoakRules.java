package io.stillwater.executor.domain;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Step;
import java.time.Instant;

/** The last phase: by time alone, or until the monitor has judged the metrics that were named. */
final class SoakRules {
  private static final String COMPLETE = "complete";
  private static final String PAUSE = "pause";

  private SoakRules() {}

  static Move next(Course course, Running running, Instant now) {
    Step step = course.soakStep();
    if (course.of(step).done()) {
      return Itinerary.leave(course, Phase.SOAK);
    }
    if (course.skipWaits()) {
      return new Move.EndSoak(step, "skipped: promoted in full");
    }
    if (running.soakUntil() == null) {
      return new Move.SoakAgain();
    }
    Gate gate = course.gate();
    if (gate != null && gate.answered()) {
      return judged(course, step, gate);
    }
    if (!course.watched()) {
      return now.isBefore(running.soakUntil())
          ? new Move.Wait(running.soakUntil())
          : new Move.EndSoak(step, "not observed: no metrics are named");
    }
    return gate != null && gate.overdue(now)
        ? inconclusive(course, step, "the monitor gave no verdict until " + gate.deadline())
        : new Move.Wait(gate == null ? null : gate.deadline());
  }

  private static Move judged(Course course, Step step, Gate gate) {
    return switch (gate.action()) {
      case PROCEED -> new Move.EndSoak(step, gate.reason());
      case INVESTIGATE ->
          breached(course, gate)
              ? new Move.Pause(PauseCause.GATE, "a metric breached in the soak: " + gate.reason())
              : inconclusive(course, step, gate.reason());
      case ROLLBACK -> new Move.RollBack(gate.reason());
    };
  }

  /** A judge that does not say may mean a breach, on which nothing completes by itself. */
  private static boolean breached(Course course, Gate gate) {
    return gate.breached() == null
        ? PAUSE.equals(course.plan().analysis().onBreach())
        : gate.breached();
  }

  private static Move inconclusive(Course course, Step step, String why) {
    return COMPLETE.equals(course.plan().analysis().onInconclusive())
        ? new Move.EndSoak(step, "inconclusive, and the release completes on that: " + why)
        : new Move.Pause(PauseCause.GATE, "the soak is inconclusive: " + why);
  }
}
