package io.stillwater.executor.machine;

import io.stillwater.events.check.CheckRequested;
import io.stillwater.events.plan.Phase;
import io.stillwater.executor.domain.ActiveDeployment;
import io.stillwater.executor.domain.AwaitingApproval;
import io.stillwater.executor.domain.Deployment;
import io.stillwater.executor.domain.Move;
import io.stillwater.executor.domain.Planned;
import io.stillwater.executor.domain.RollingBack;
import io.stillwater.executor.domain.Running;
import io.stillwater.executor.gates.Gates;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Records what was seen at the tables, each in one fenced transaction. A command may have come
 * between looking and recording; where the state is not the expected one nothing is recorded and
 * the next decision sees it.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class OutsideRecords {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Deployments deployments;
  private final WorkQueue work;
  private final Transitions transitions;
  private final Phases phases;
  private final Gates gates;
  private final DeploymentEvents events;
  private final DeploymentMeters meters;
  private final MachineConfig config;

  OutsideRecords(
      Deployments deployments,
      WorkQueue work,
      Transitions transitions,
      Phases phases,
      Gates gates,
      DeploymentEvents events,
      DeploymentMeters meters,
      MachineConfig config) {
    this.deployments = deployments;
    this.work = work;
    this.transitions = transitions;
    this.phases = phases;
    this.gates = gates;
    this.events = events;
    this.meters = meters;
    this.config = config;
  }

  public void begin(Lease<WorkItem> lease, Phase first) {
    TrackedDeployment tracked = lock(lease);
    if (tracked.deployment() instanceof Planned planned) {
      phases.enter(tracked, planned.begin(first));
    } else if (tracked.deployment() instanceof AwaitingApproval approved) {
      phases.enter(tracked, approved.begin(first));
    }
  }

  public void planIsStale(Lease<WorkItem> lease, String what) {
    TrackedDeployment tracked = lock(lease);
    String reason = "the tables have moved since it was planned, it is planned anew: " + what;
    Deployment now = tracked.deployment();
    Planned stale =
        now instanceof Planned planned
            ? planned.planAnew(reason)
            : now instanceof AwaitingApproval approved
                ? approved.planAnew(reason)
                : now instanceof Running running ? running.planAnew(reason) : null;
    if (stale != null) {
      transitions.become(tracked, stale);
      events.planStale(tracked, reason);
    }
  }

  public void askGate(
      Lease<WorkItem> lease, Move.AskGate ask, Map<String, List<CheckRequested.Column>> columns) {
    TrackedDeployment tracked = lock(lease);
    if (tracked.deployment() instanceof Running && tracked.row().pauseReason == null) {
      if (ask.tries() > 1) {
        meters.deadlineBreached("check");
      }
      Instant deadline = Instant.now().plus(config.checkDeadline());
      gates.ask(tracked, ask.stage(), ask.tries(), deadline, columns);
    }
  }

  public void close(Lease<WorkItem> lease, boolean completed) {
    TrackedDeployment tracked = lock(lease);
    if (completed && tracked.deployment() instanceof Running running) {
      phases.leave(tracked, running.phase());
      transitions.become(tracked, running.complete(null));
    } else if (!completed && tracked.deployment() instanceof RollingBack rollingBack) {
      transitions.become(tracked, rollingBack.finish());
    }
  }

  /** It cannot go on, and nothing that was tried can be tried again with better hope. */
  public void stuck(Lease<WorkItem> lease, String why) {
    TrackedDeployment tracked = lock(lease);
    if (tracked.deployment() instanceof ActiveDeployment active) {
      transitions.become(tracked, active.fail(why));
    }
  }

  /** Something that may pass is in the way; says what and looks again. */
  public void tryLater(Lease<WorkItem> lease, String why) {
    TrackedDeployment tracked = lock(lease);
    transitions.waitFor(tracked, why);
    work.release(lease, Instant.now().plus(LOOK_AGAIN));
  }

  private TrackedDeployment lock(Lease<WorkItem> lease) {
    TrackedDeployment tracked = deployments.lock(lease.key().id()).orElseThrow();
    work.fence(lease);
    return tracked;
  }
}
