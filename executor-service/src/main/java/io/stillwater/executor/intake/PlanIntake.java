package io.stillwater.executor.intake;

import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Severity;
import io.stillwater.executor.domain.Approval;
import io.stillwater.executor.domain.Planned;
import io.stillwater.executor.domain.Resources;
import io.stillwater.executor.holds.HoldQueue;
import io.stillwater.executor.machine.MachineConfig;
import io.stillwater.executor.machine.Transitions;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.DeploymentRow;
import io.stillwater.executor.persistence.DeploymentRows;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.work.WorkKind;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.messaging.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes plans over from the planner: new ones, and the answers to plans found stale. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PlanIntake {
  private final Deployments deployments;
  private final DeploymentEvents events;
  private final Transitions transitions;
  private final HoldQueue holds;
  private final WorkQueue work;
  private final MachineConfig config;

  PlanIntake(
      Deployments deployments,
      DeploymentEvents events,
      Transitions transitions,
      HoldQueue holds,
      WorkQueue work,
      MachineConfig config) {
    this.deployments = deployments;
    this.events = events;
    this.transitions = transitions;
    this.holds = holds;
    this.work = work;
    this.config = config;
  }

  public void created(Plan plan, String traceparent) {
    if (plan.deploymentId() == null || plan.requestId() == null) {
      throw new PoisonEventException(
          "The plan names no deployment or request: a dry run is not for the plans topic");
    }
    Optional<TrackedDeployment> known = deployments.lock(plan.deploymentId());
    if (known.isEmpty()) {
      take(plan, traceparent);
    } else if (known.get().deployment() instanceof Planned planned && planned.stale()) {
      replace(known.get(), planned, plan);
    }
  }

  /** Of a deployment that was being planned anew: it ends. Of others nothing was to be done. */
  public void refused(Plan plan) {
    Optional.ofNullable(plan.deploymentId())
        .flatMap(deployments::lock)
        .filter(tracked -> tracked.deployment() instanceof Planned planned && planned.stale())
        .ifPresent(
            tracked ->
                transitions.become(
                    tracked, ((Planned) tracked.deployment()).abandon(refusal(plan))));
  }

  private void take(Plan plan, String traceparent) {
    DeploymentRow row = new DeploymentRow();
    row.id = plan.deploymentId();
    row.planId = plan.planId();
    row.createdAt = Instant.now();
    row.traceparent = traceparent;
    DeploymentRows.write(Planned.taken(approvalRequired(plan)), row);
    TrackedDeployment tracked = deployments.add(row, plan, config.maxAttempts());
    events.started(tracked);
    work.wake(WorkKind.DEPLOYMENT, plan.deploymentId());
  }

  private void replace(TrackedDeployment tracked, Planned stale, Plan plan) {
    boolean stillApproved =
        !approvalRequired(plan) || stale.approved() && Approval.covers(tracked.plan(), plan);
    if (!stillApproved || !Resources.of(plan).equals(Resources.of(tracked.plan()))) {
      holds.release(tracked.id()).forEach(next -> work.wake(WorkKind.DEPLOYMENT, next));
    }
    TrackedDeployment replaced = deployments.replan(tracked, plan, config.maxAttempts());
    transitions.replanned(replaced, stale.replanned(stillApproved));
    work.wake(WorkKind.DEPLOYMENT, tracked.id());
  }

  /** A plan that says nothing of it is applied unasked only if it is of low risk. */
  private static boolean approvalRequired(Plan plan) {
    return plan.policy() == null ? plan.risk() != Risk.LOW : plan.policy().approvalRequired();
  }

  private static String refusal(Plan plan) {
    String findings =
        Stream.concat(
                plan.findings().stream(),
                plan.changes().stream().flatMap(change -> change.findings().stream()))
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Finding::message)
            .collect(Collectors.joining("; "));
    return "nothing was done: the tables have moved, and planned anew the release is refused: "
        + (findings.isEmpty() ? "see the plan" : findings);
  }
}
