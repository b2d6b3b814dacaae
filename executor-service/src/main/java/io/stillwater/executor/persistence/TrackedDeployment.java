package io.stillwater.executor.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.stillwater.events.deployment.DeploymentEvent.Kept;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.executor.domain.Course;
import io.stillwater.executor.domain.Deployment;
import io.stillwater.executor.domain.Gate;
import io.stillwater.executor.domain.Paused;
import io.stillwater.executor.domain.Running;
import io.stillwater.executor.domain.StepProgress;
import io.stillwater.executor.domain.StepState;
import io.stillwater.service.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A deployment with its plan and steps, locked for the current transaction. */
public final class TrackedDeployment {
  private static final TypeReference<Plan> PLAN = new TypeReference<>() {};
  private static final TypeReference<List<Kept>> KEPT = new TypeReference<>() {};

  private final DeploymentRow row;
  private final Plan plan;
  private final Map<String, StepRow> steps;
  private final Optional<GateRow> gate;
  private final boolean holdsTaken;

  TrackedDeployment(
      DeploymentRow row, List<StepRow> steps, Optional<GateRow> gate, boolean holdsTaken) {
    this.row = row;
    this.plan = JsonText.read(row.plan, PLAN);
    this.steps = steps.stream().collect(Collectors.toMap(step -> step.stepId, step -> step));
    this.gate = gate;
    this.holdsTaken = holdsTaken;
  }

  public DeploymentRow row() {
    return row;
  }

  public String id() {
    return row.id;
  }

  public Plan plan() {
    return plan;
  }

  public Deployment deployment() {
    return DeploymentRows.read(row);
  }

  public StepRow step(Step step) {
    return steps.get(step.id());
  }

  /** The last asking of the present phase's stage, if it still counts. */
  public Optional<GateRow> gate() {
    return gate.filter(asked -> !asked.dismissed);
  }

  public Course course() {
    Map<String, StepProgress> progress =
        steps.values().stream().collect(Collectors.toMap(s -> s.stepId, StepRow::progress));
    return new Course(
        deployment(),
        plan,
        progress,
        gate().map(GateRow::gate).orElse(null),
        holdsTaken,
        row.pauseReason,
        row.skipWaits);
  }

  /** Whether a step that changes something is being done at this moment. */
  public boolean stepRunning() {
    return plan.steps()
        .filter(step -> Course.changesSomething(step.kind()))
        .map(this::step)
        .anyMatch(step -> busy(step.state) && step.lastError == null);
  }

  private static boolean busy(StepState state) {
    return state == StepState.RUNNING || state == StepState.UNDOING;
  }

  public List<Kept> kept() {
    return JsonText.read(row.kept, KEPT);
  }

  public void keep(String what, String reason) {
    List<Kept> all = new ArrayList<>(kept());
    all.add(new Kept(what, reason));
    row.kept = JsonText.write(all);
  }

  /** The stage that the deployment asks for where it stands, or would go on at. */
  static Optional<String> stage(Deployment deployment) {
    if (deployment instanceof Paused paused) {
      return stage(paused.from());
    }
    return deployment instanceof Running running ? stage(running.phase()) : Optional.empty();
  }

  private static Optional<String> stage(Phase phase) {
    return switch (phase) {
      case PRE_CHECK -> Optional.of(Gate.PRE);
      case POST_CHECK -> Optional.of(Gate.POST);
      case SOAK -> Optional.of(Gate.SOAK);
      default -> Optional.empty();
    };
  }
}
