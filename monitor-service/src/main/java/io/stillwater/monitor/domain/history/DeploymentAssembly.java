package io.stillwater.monitor.domain.history;

import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.metrics.AnalysisUpdated;
import io.stillwater.events.metrics.AnalysisUpdated.MetricStanding;
import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Severity;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.release.ReleaseRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what a {@link HistoryFold} has read. */
final class DeploymentAssembly {
  private DeploymentAssembly() {}

  static DeploymentView view(String deploymentId, HistoryFold fold) {
    StateLog log = fold.state;
    Plan plan = fold.plan;
    DeploymentEvent latest = fold.latest;
    ReleaseRef release =
        latest != null && latest.release() != null
            ? latest.release()
            : plan == null ? null : plan.release();
    Instant now = fold.lastSeen;
    Instant startedAt = log.startedAt() == null ? fold.firstSeen : log.startedAt();
    Instant finishedAt = neverBegan(fold) ? now : log.finishedAt();
    return new DeploymentView(
        deploymentId,
        plan != null ? plan.planId() : latest == null ? null : latest.planId(),
        requestId(fold),
        release,
        release == null ? null : release.environment(),
        state(fold),
        plan == null ? null : plan.risk(),
        startedAt,
        finishedAt,
        new Span(startedAt, finishedAt).duration(now),
        reason(fold),
        log.effectAt(),
        log.state() == DeploymentState.SOAKING ? log.soakUntil() : null,
        tables(plan),
        components(plan, fold.components),
        fold.phases.views(plan, log.endedAt(), now),
        fold.steps.views(plan, now),
        List.copyOf(fold.verdicts),
        fold.commands.views(),
        analysis(plan, fold.analyses.values()),
        fold.kept,
        fold.rejected == null ? List.of() : fold.rejected.errors());
  }

  private static boolean neverBegan(HistoryFold fold) {
    return fold.latest == null && (fold.refused || fold.rejected != null);
  }

  private static String state(HistoryFold fold) {
    if (fold.state.state() != null) {
      return fold.state.state().name();
    }
    if (fold.refused) {
      return DeploymentView.REFUSED;
    }
    if (fold.rejected != null) {
      return DeploymentView.REJECTED;
    }
    return fold.plan == null ? null : DeploymentState.PLANNED.name();
  }

  private static String requestId(HistoryFold fold) {
    return Stream.of(
            fold.latest == null ? null : fold.latest.requestId(),
            fold.plan == null ? null : fold.plan.requestId(),
            fold.rejected == null ? null : fold.rejected.requestId())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String reason(HistoryFold fold) {
    if (fold.state.state() != null) {
      return fold.state.reason();
    }
    if (fold.refused) {
      return refusal(fold.plan);
    }
    if (fold.rejected != null) {
      return fold.rejected.errors().stream()
          .map(error -> error.path() + ": " + error.message())
          .collect(Collectors.joining("; "));
    }
    return null;
  }

  private static String refusal(Plan plan) {
    return Stream.concat(
            plan.findings().stream(),
            plan.changes().stream().map(ChangeVerdict::findings).flatMap(List::stream))
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::message)
        .collect(Collectors.joining("; "));
  }

  private static List<String> tables(Plan plan) {
    return plan == null
        ? List.of()
        : Stream.concat(
                plan.changes().stream().map(ChangeVerdict::table),
                plan.pinned().stream().map(Pin::table))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  private static List<ComponentView> components(Plan plan, Map<String, ComponentView> changed) {
    Map<String, ComponentView> all = new TreeMap<>();
    if (plan != null) {
      plan.steps()
          .filter(step -> step.kind() == StepKind.ROLL_OUT && step.target() != null)
          .forEach(
              step -> all.put(step.target(), new ComponentView(step.target(), null, null, null)));
    }
    all.putAll(changed);
    return List.copyOf(all.values());
  }

  private static AnalysisView analysis(Plan plan, Iterable<AnalysisUpdated> updates) {
    Instant at = null;
    List<MetricStanding> metrics = new ArrayList<>();
    for (AnalysisUpdated update : updates) {
      at = at == null || update.at().isAfter(at) ? update.at() : at;
      metrics.addAll(update.metrics());
    }
    metrics.sort(Comparator.comparing(MetricStanding::metric));
    return AnalysisView.of(plan == null ? null : plan.analysis(), at, metrics);
  }
}
