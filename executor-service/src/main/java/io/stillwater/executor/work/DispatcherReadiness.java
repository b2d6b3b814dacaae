package io.stillwater.executor.work;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while due work is looked for. */
@Readiness
@ApplicationScoped
class DispatcherReadiness implements HealthCheck {
  private final WorkDispatcher dispatcher;

  DispatcherReadiness(WorkDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("step machine").status(dispatcher.alive()).build();
  }
}
