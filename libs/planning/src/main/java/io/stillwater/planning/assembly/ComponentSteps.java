package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.ComponentChange;
import io.stillwater.planning.release.ComponentOrder;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rollouts of components, those first that others stand on. */
final class ComponentSteps {
  private static final Set<String> TARGETS =
      Set.of("target", "namespace", "workload", "project", "dag", "job");

  private final Environment environment;
  private final Findings findings;

  ComponentSteps(Environment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  List<StepDraft> of(List<ComponentChange> components) {
    List<StepDraft> steps = new ArrayList<>();
    ComponentOrder.of(
            components, Comparator.comparingInt(component -> layer(component.component())))
        .forEach(component -> add(component, steps));
    return steps;
  }

  private void add(ComponentChange change, List<StepDraft> steps) {
    String name = change.component();
    Map<String, Object> target = environment.components().get(name);
    boolean own = change.settings().keySet().stream().anyMatch(TARGETS::contains);
    if (target == null && !own) {
      findings.add(
          FindingCode.TARGET_MISSING,
          "component " + name + " has no target: " + missing(name) + " is not named",
          "neither in the release nor under spec.components."
              + name
              + " of environment "
              + environment.name());
      return;
    }
    findings.add(
        FindingCode.ROLL_OUT_BY_HAND, "the rollout of " + name + " is planned, not done", null);
    Map<String, Object> settings = new LinkedHashMap<>();
    if (target != null) {
      settings.putAll(target);
    }
    settings.putAll(change.settings());
    steps.add(
        new StepDraft(
            Phase.ROLL_OUT,
            StepKind.ROLL_OUT,
            name,
            "Roll out " + name + " by " + change.strategy(),
            new StepArguments.RollOut(name, change.strategy(), JsonValues.map(settings)),
            Statements.NONE,
            new Undos(Duration.ZERO).exactUntil("the soak has ended", Statements.NONE),
            false));
  }

  private static String missing(String component) {
    return switch (kind(component)) {
      case "dbt" -> "a project directory (project)";
      case "pipeline" -> "a DAG or job (dag, job)";
      default -> "a workload (namespace, workload)";
    };
  }

  private static String kind(String component) {
    String name = component.toLowerCase(Locale.ROOT);
    return name.contains("dbt") ? "dbt" : name.contains("pipeline") ? "pipeline" : "workload";
  }

  /** Metastore, catalogs, engines, pipelines, models. */
  private static int layer(String component) {
    String name = component.toLowerCase(Locale.ROOT);
    if (name.contains("metastore")) {
      return 0;
    }
    if (name.contains("catalog")) {
      return 1;
    }
    if (name.contains("pipeline") || name.contains("dag") || name.contains("airflow")) {
      return 3;
    }
    return name.contains("dbt") || name.contains("model") ? 4 : 2;
  }
}
