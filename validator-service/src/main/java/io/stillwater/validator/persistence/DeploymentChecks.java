package io.stillwater.validator.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What is known of a deployment's checks. */
@ApplicationScoped
@Transactional
public class DeploymentChecks {
  private final CheckRequestRepository requests;
  private final RequestedCheckRepository checks;

  DeploymentChecks(CheckRequestRepository requests, RequestedCheckRepository checks) {
    this.requests = requests;
    this.checks = checks;
  }

  /** Empty for a deployment whose checks were never asked for. */
  public Optional<List<RequestedCheckRow>> of(String deploymentId) {
    return requests.count("deploymentId", deploymentId) == 0
        ? Optional.empty()
        : Optional.of(checks.of(deploymentId));
  }
}
