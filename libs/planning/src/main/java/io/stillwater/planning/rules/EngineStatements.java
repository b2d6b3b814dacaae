package io.stillwater.planning.rules;

import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;
import java.util.Locale;

/** Says of each engine in use which step it has no statement for. */
public final class EngineStatements {
  private static final List<String> SPEAKING = List.of("trino", "spark");

  private EngineStatements() {}

  public static void note(List<StepDraft> steps, PlanContext context, Findings findings) {
    for (EngineInUse engine : context.engines()) {
      SPEAKING.stream()
          .filter(engine.name().toLowerCase(Locale.ROOT)::contains)
          .findFirst()
          .ifPresent(dialect -> note(steps, engine, dialect, findings));
    }
  }

  private static void note(
      List<StepDraft> steps, EngineInUse engine, String dialect, Findings findings) {
    List<String> silent =
        steps.stream()
            .filter(step -> step.effect() && step.kind() != StepKind.SYNC)
            .filter(step -> !step.statements().byEngine().containsKey(dialect))
            .map(StepDraft::description)
            .toList();
    if (!silent.isEmpty()) {
      String version = engine.version() == null ? "" : " " + engine.version();
      findings.add(
          FindingCode.ENGINE_HAS_NO_STATEMENT,
          engine.name() + version + " has no statement for: " + String.join("; ", silent),
          null);
    }
  }
}
