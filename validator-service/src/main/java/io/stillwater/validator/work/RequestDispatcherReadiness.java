package io.stillwater.validator.work;

import io.stillwater.service.work.DispatcherReadiness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.Readiness;

@Readiness
@Singleton
class RequestDispatcherReadiness extends DispatcherReadiness {
  RequestDispatcherReadiness(RequestDispatcher dispatcher) {
    super("check workers", dispatcher);
  }
}
