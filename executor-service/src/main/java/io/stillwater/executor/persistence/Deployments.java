package io.stillwater.executor.persistence;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.holds.HoldQueue;
import io.stillwater.service.json.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/** The deployments with all that is stored of them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Deployments {
  private final DeploymentRepository deployments;
  private final StepRepository steps;
  private final GateRepository gates;
  private final HoldQueue holds;

  Deployments(
      DeploymentRepository deployments,
      StepRepository steps,
      GateRepository gates,
      HoldQueue holds) {
    this.deployments = deployments;
    this.steps = steps;
    this.gates = gates;
    this.holds = holds;
  }

  /** Locks the deployment's row until the transaction ends and reads the rest. */
  public Optional<TrackedDeployment> lock(String id) {
    return deployments.lock(id).map(this::track);
  }

  /** Only to look at. */
  public Optional<TrackedDeployment> find(String id) {
    return deployments.findByIdOptional(id).map(this::track);
  }

  private TrackedDeployment track(DeploymentRow row) {
    Optional<GateRow> gate =
        TrackedDeployment.stage(DeploymentRows.read(row))
            .flatMap(stage -> gates.last(row.id, stage));
    return new TrackedDeployment(row, steps.of(row.id), gate, holds.taken(row.id));
  }

  public TrackedDeployment add(DeploymentRow row, Plan plan, int attemptLimit) {
    row.plan = JsonText.write(plan);
    deployments.persist(row);
    addSteps(row.id, plan, attemptLimit);
    return track(row);
  }

  /** Puts another plan in the place of one of which nothing was begun. */
  public TrackedDeployment replan(TrackedDeployment tracked, Plan plan, int attemptLimit) {
    steps.delete("deploymentId", tracked.id());
    gates.update("dismissed = true where deploymentId = ?1", tracked.id());
    steps.getEntityManager().flush();
    steps.getEntityManager().clear();
    DeploymentRow row = deployments.lock(tracked.id()).orElseThrow();
    row.planId = plan.planId();
    row.plan = JsonText.write(plan);
    addSteps(row.id, plan, attemptLimit);
    return track(row);
  }

  private void addSteps(String deploymentId, Plan plan, int attemptLimit) {
    List<Step> all = plan.steps().toList();
    for (int position = 0; position < all.size(); position++) {
      StepRow step = new StepRow();
      step.deploymentId = deploymentId;
      step.stepId = all.get(position).id();
      step.position = position;
      step.state = StepState.PENDING;
      step.attemptLimit = attemptLimit;
      steps.persist(step);
    }
    steps.flush();
  }
}
