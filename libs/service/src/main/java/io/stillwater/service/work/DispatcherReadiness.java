package io.stillwater.service.work;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready while due work is looked for. A service makes a bean of it. */
public abstract class DispatcherReadiness implements HealthCheck {
  private final String name;
  private final Dispatcher<?> dispatcher;

  /**
   * @param name how the check is called in the answer
   */
  protected DispatcherReadiness(String name, Dispatcher<?> dispatcher) {
    this.name = name;
    this.dispatcher = dispatcher;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(name).status(dispatcher.alive()).build();
  }
}
