package io.stillwater.executor.work;

import io.stillwater.service.work.DispatcherReadiness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.Readiness;

@Readiness
@Singleton
class WorkDispatcherReadiness extends DispatcherReadiness {
  WorkDispatcherReadiness(WorkDispatcher dispatcher) {
    super("step machine", dispatcher);
  }
}
