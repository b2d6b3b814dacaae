package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Analysis;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.gates.AnalysisSpec;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the release is watched: as it says, else as its environment, else as is usual. */
final class Watching {
  private static final Duration USUAL_SOAK = Duration.ofMinutes(10);

  private Watching() {}

  static Analysis of(Release release, Environment environment) {
    AnalysisSpec own = release.analysis();
    AnalysisSpec defaults = environment.analysis();
    return new Analysis(
        first(own, defaults, AnalysisSpec::soak, USUAL_SOAK),
        first(own, defaults, AnalysisSpec::metrics, List.of()),
        first(own, defaults, AnalysisSpec::onBreach, "rollback"),
        first(own, defaults, AnalysisSpec::onInconclusive, "pause"));
  }

  static StepDraft soak(Release release, Analysis analysis) {
    String how =
        analysis.metrics().isEmpty()
            ? "by time alone"
            : "with " + analysis.metrics().size() + " metrics";
    return new StepDraft(
        Phase.SOAK,
        StepKind.SOAK,
        release.ref().name(),
        "Watch for " + Undos.inWords(analysis.soak()) + " " + how,
        new StepArguments.Soak(analysis.soak()),
        Statements.NONE,
        Undos.NOTHING,
        false);
  }

  private static <T> T first(
      AnalysisSpec own, AnalysisSpec defaults, Function<AnalysisSpec, T> part, T usual) {
    return Optional.ofNullable(part.apply(own))
        .or(() -> Optional.ofNullable(part.apply(defaults)))
        .orElse(usual);
  }
}
