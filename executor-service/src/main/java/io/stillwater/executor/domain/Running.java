package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import java.time.Instant;

/**
 * On its way through the phases.
 *
 * @param soakUntil in the last phase: when the soak ends; null before
 */
public record Running(Phase phase, Instant soakUntil, String reason)
    implements ActiveDeployment, Reversible {
  static Running in(Phase phase) {
    return new Running(phase, null, null);
  }

  @Override
  public DeploymentState state() {
    return switch (phase) {
      case PRE_CHECK -> DeploymentState.PRE_CHECKING;
      case PROTECT -> DeploymentState.PROTECTING;
      case EXPAND -> DeploymentState.EXPANDING;
      case MIGRATE -> DeploymentState.MIGRATING;
      case ROLL_OUT -> DeploymentState.ROLLING_OUT;
      case POST_CHECK -> DeploymentState.POST_CHECKING;
      case SOAK -> DeploymentState.SOAKING;
    };
  }

  public Running enter(Phase next) {
    if (next.compareTo(phase) <= 0) {
      throw new IllegalArgumentException(next + " does not come after " + phase);
    }
    return Running.in(next);
  }

  public Running soak(Instant until, String why) {
    return new Running(phase, until, why);
  }

  /** Only before the first effect: what was done cannot be planned again. */
  public Planned planAnew(String why) {
    return new Planned(true, true, why);
  }

  public Completed complete(String why) {
    return new Completed(why);
  }

  @Override
  public Running because(String why) {
    return new Running(phase, soakUntil, why);
  }
}
