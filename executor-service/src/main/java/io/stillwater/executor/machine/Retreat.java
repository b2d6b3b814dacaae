package io.stillwater.executor.machine;

import io.stillwater.executor.domain.Deployment;
import io.stillwater.executor.domain.Reversible;
import io.stillwater.executor.persistence.TrackedDeployment;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a deployment back: by undoing what was done, or at once where nothing was. */
@ApplicationScoped
public class Retreat {
  private final Transitions transitions;

  Retreat(Transitions transitions) {
    this.transitions = transitions;
  }

  public void from(TrackedDeployment tracked, String reason) {
    if (tracked.deployment() instanceof Reversible reversible) {
      Deployment back =
          tracked.course().anythingDone()
              ? reversible.rollBack(reason)
              : reversible.abandon(reason);
      transitions.become(tracked, back);
    }
  }
}
