package io.stillwater.executor.domain;

import io.stillwater.events.deployment.DeploymentState;

/**
 * A deployment's life (contract, section 5, "States"). Every state is a record whose methods are
 * the moves that are legal from it: an illegal move does not compile.
 */
public sealed interface Deployment
    permits ActiveDeployment, Paused, FailedNeedsHuman, Completed, RolledBack {
  DeploymentState state();

  /** In words why it stands here; null where the state says it all. */
  String reason();
}
