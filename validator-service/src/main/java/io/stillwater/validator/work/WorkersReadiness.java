package io.stillwater.validator.work;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while requests are answered. */
@Readiness
@ApplicationScoped
class WorkersReadiness implements HealthCheck {
  private final Workers workers;

  WorkersReadiness(Workers workers) {
    this.workers = workers;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("check workers").status(workers.open()).build();
  }
}
