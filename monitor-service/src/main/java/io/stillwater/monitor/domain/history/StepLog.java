package io.stillwater.monitor.domain.history;

import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentEvent.StepRef;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each step, while the events of a deployment are read in order. */
final class StepLog {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  void on(Progress progress, DeploymentEvent event, Instant at) {
    StepRef step = event.step();
    if (step == null) {
      return;
    }
    Entry entry = entries.computeIfAbsent(step.id(), id -> new Entry());
    entry.reference = step;
    entry.phase = event.phase() == null ? entry.phase : event.phase();
    entry.progress = progress;
    entry.attempts = Math.max(entry.attempts, step.attempt());
    entry.detail = step.detail() == null ? entry.detail : step.detail();
    entry.reason = event.reason();
    if (progress == Progress.RUNNING) {
      entry.span = new Span(at, null);
    } else {
      Instant from =
          step.durationMs() == null ? entry.span.from() : at.minusMillis(step.durationMs());
      entry.span = progress == Progress.UNDONE ? entry.span : new Span(from, at);
    }
  }

  /** The plan's steps in its order, then those that only events speak of. */
  List<StepView> views(Plan plan, Instant now) {
    Map<String, StepView> views = new LinkedHashMap<>();
    if (plan != null) {
      plan.phases()
          .forEach(
              phase ->
                  phase
                      .steps()
                      .forEach(step -> views.put(step.id(), planned(phase.phase(), step, now))));
    }
    entries.forEach((id, entry) -> views.computeIfAbsent(id, unknown -> entry.view(now)));
    return List.copyOf(views.values());
  }

  private StepView planned(Phase phase, Step step, Instant now) {
    Entry entry = entries.getOrDefault(step.id(), new Entry());
    return new StepView(
        step.id(),
        step.kind(),
        phase,
        step.target(),
        step.description(),
        entry.progress,
        entry.attempts,
        entry.span.from(),
        entry.span.to(),
        entry.span.duration(now),
        entry.detail,
        entry.reason,
        step.undo(),
        step.pointOfNoReturn());
  }

  private static final class Entry {
    private StepRef reference;
    private Phase phase;
    private Progress progress = Progress.PENDING;
    private int attempts;
    private Span span = Span.NOT_BEGUN;
    private String detail;
    private String reason;

    private StepView view(Instant now) {
      Duration duration = span.duration(now);
      return new StepView(
          reference.id(),
          reference.kind(),
          phase,
          reference.target(),
          null,
          progress,
          attempts,
          span.from(),
          span.to(),
          duration,
          detail,
          reason,
          null,
          false);
    }
  }
}
