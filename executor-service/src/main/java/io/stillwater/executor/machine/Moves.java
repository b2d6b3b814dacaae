package io.stillwater.executor.machine;

import io.stillwater.executor.domain.Itinerary;
import io.stillwater.executor.domain.Move;
import io.stillwater.executor.domain.Planned;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.steps.StepHandlers;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** One step of a deployment's way: decided and, where it is a matter of rows alone, made. */
@ApplicationScoped
public class Moves {
  private final Deployments deployments;
  private final WorkQueue work;
  private final StepHandlers handlers;
  private final Transitions transitions;
  private final InsideMoves inside;

  Moves(
      Deployments deployments,
      WorkQueue work,
      StepHandlers handlers,
      Transitions transitions,
      InsideMoves inside) {
    this.deployments = deployments;
    this.work = work;
    this.handlers = handlers;
    this.transitions = transitions;
    this.inside = inside;
  }

  /** What the worker does after this transaction. */
  sealed interface Next {
    /** Nothing now: the lease is given back. */
    record Rest() implements Next {}

    /** Decide again. */
    record Again() implements Next {}

    record Job(Move.Outside move, JobContext context) implements Next {}
  }

  @Transactional(TxType.REQUIRES_NEW)
  public Next decide(Lease<WorkItem> lease) {
    TrackedDeployment tracked = deployments.lock(lease.key().id()).orElseThrow();
    work.fence(lease);
    if (tracked.deployment() instanceof Planned planned) {
      Optional<String> obstacle = handlers.obstacle(tracked.plan());
      if (obstacle.isPresent()) {
        transitions.become(tracked, planned.fail("nothing was done: " + obstacle.get()));
      }
    }
    Move move = Itinerary.next(tracked.course(), Instant.now());
    if (move instanceof Move.Outside outside) {
      return new Next.Job(outside, JobContext.of(tracked, outside));
    }
    if (move instanceof Move.Wait wait) {
      return rest(lease, wait.until());
    }
    return inside.make(tracked, move) ? new Next.Again() : rest(lease, null);
  }

  private Next rest(Lease<WorkItem> lease, Instant until) {
    work.release(lease, until);
    return new Next.Rest();
  }
}
