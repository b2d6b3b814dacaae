package io.stillwater.validator.work;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while requests are answered. */
@Readiness
@ApplicationScoped
class DispatcherReadiness implements HealthCheck {
  private final RequestDispatcher dispatcher;

  DispatcherReadiness(RequestDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("check workers").status(dispatcher.alive()).build();
  }
}
