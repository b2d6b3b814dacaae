package io.stillwater.monitor.domain.history;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Plan;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far each phase has come, while the events of a deployment are read in order. */
final class PhaseLog {
  private final Map<Phase, Span> spans = new EnumMap<>(Phase.class);

  /** A phase entered again (after a retry) keeps its first start. */
  void started(Phase phase, Instant at) {
    if (phase != null) {
      Instant from = spans.getOrDefault(phase, Span.NOT_BEGUN).from();
      spans.put(phase, new Span(from == null ? at : from, null));
    }
  }

  void completed(Phase phase, Instant at) {
    if (phase != null) {
      Instant from = spans.getOrDefault(phase, Span.NOT_BEGUN).from();
      spans.put(phase, new Span(from == null ? at : from, at));
    }
  }

  /**
   * @param endedAt when the deployment went back or ended: a phase still open then was cut short
   */
  List<PhaseView> views(Plan plan, Instant endedAt, Instant now) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    phases.addAll(spans.keySet());
    if (plan != null) {
      plan.phases().stream().map(PhasePlan::phase).forEach(phases::add);
    }
    return phases.stream().map(phase -> view(phase, endedAt, now)).toList();
  }

  private PhaseView view(Phase phase, Instant endedAt, Instant now) {
    Span span = spans.getOrDefault(phase, Span.NOT_BEGUN);
    boolean cutShort = span.from() != null && span.to() == null && endedAt != null;
    Span shown = cutShort ? new Span(span.from(), endedAt) : span;
    Progress progress =
        cutShort
            ? Progress.FAILED
            : span.to() != null
                ? Progress.COMPLETED
                : span.from() != null ? Progress.RUNNING : Progress.PENDING;
    return new PhaseView(phase, progress, shown.from(), shown.to(), shown.duration(now));
  }
}
