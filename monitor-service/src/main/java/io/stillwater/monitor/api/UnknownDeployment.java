package io.stillwater.monitor.api;

import io.stillwater.service.problem.ProblemException;

/** The answer to an id that nothing was ever said about. */
final class UnknownDeployment {
  private UnknownDeployment() {}

  static ProblemException of(String deploymentId) {
    return ProblemException.notFound(
        "No deployment " + deploymentId + " is known; GET /deployments lists those that are");
  }
}
