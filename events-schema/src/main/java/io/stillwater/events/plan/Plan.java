package io.stillwater.events.plan;

import io.stillwater.events.release.ReleaseRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plan of a release (contract, section 3) and the data of {@code plan.created} and {@code
 * plan.refused}.
 *
 * @param planId {@code p-} and a digest of the release and the pins: the same request against the
 *     same tables is the same plan
 * @param requestId id of the {@code release.requested} event; null on a dry run
 * @param deploymentId null on a dry run
 * @param findings what concerns the whole release rather than one change
 * @param pinned the state of the tables the plan was made for; if it moves, the plan is stale
 * @param policy what the environment asks for before the first effect
 * @param analysis how the release is watched while it soaks
 */
public record Plan(
    String planId,
    String requestId,
    String deploymentId,
    ReleaseRef release,
    PlanStatus status,
    Risk risk,
    Summary summary,
    List<ChangeVerdict> changes,
    List<Finding> findings,
    List<PhasePlan> phases,
    List<Contraction> contractions,
    List<Pin> pinned,
    Policy policy,
    Analysis analysis) {
  /** Stands in the statements of a dry run where a deployment has its id. */
  public static final String DEPLOYMENT_ID = "<deployment id>";

  public Plan {
    changes = copy(changes);
    findings = copy(findings);
    phases = copy(phases);
    contractions = copy(contractions);
    pinned = copy(pinned);
  }

  public Stream<Step> steps() {
    return phases.stream().flatMap(phase -> phase.steps().stream());
  }

  public Optional<Step> step(String id) {
    return steps().filter(step -> step.id().equals(id)).findFirst();
  }

  /** The same plan made for a deployment rather than as a dry run, ready to be done by hand. */
  public Plan forRequest(String request, String deployment) {
    return new Plan(
        planId,
        request,
        deployment,
        release,
        status,
        risk,
        summary,
        changes,
        findings,
        phases.stream().map(phase -> phase.forDeployment(deployment)).toList(),
        contractions,
        pinned,
        policy,
        analysis);
  }

  /** The same plan with other findings of the whole release. */
  public Plan withFindings(List<Finding> others) {
    return new Plan(
        planId,
        requestId,
        deploymentId,
        release,
        status,
        risk,
        summary,
        changes,
        others,
        phases,
        contractions,
        pinned,
        policy,
        analysis);
  }

  static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Keeps the order, so that one plan is one text. */
  static <K, V> Map<K, V> copy(Map<K, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
