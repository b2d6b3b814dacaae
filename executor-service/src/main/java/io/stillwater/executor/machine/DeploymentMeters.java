package io.stillwater.executor.machine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.executor.persistence.DeploymentRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;

/** Counts what has been committed. */
@ApplicationScoped
public class DeploymentMeters {
  private final MeterRegistry registry;
  private final Event<Transition> transitions;
  private final Event<DeadlineBreach> breaches;

  record Transition(DeploymentState from, DeploymentState to, Duration sinceStart) {}

  record DeadlineBreach(String what) {}

  DeploymentMeters(
      MeterRegistry registry, Event<Transition> transitions, Event<DeadlineBreach> breaches) {
    this.registry = registry;
    this.transitions = transitions;
    this.breaches = breaches;
  }

  void entered(TrackedDeployment tracked, DeploymentState from) {
    DeploymentRow row = tracked.row();
    Duration took = row.finishedAt == null ? null : Duration.between(row.createdAt, row.finishedAt);
    transitions.fire(new Transition(from, row.state, took));
  }

  /**
   * @param what check or step
   */
  void deadlineBreached(String what) {
    breaches.fire(new DeadlineBreach(what));
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Transition transition) {
    registry
        .counter(
            "stillwater.executor.transitions",
            "from",
            transition.from().name(),
            "to",
            transition.to().name())
        .increment();
    if (transition.sinceStart() != null) {
      Timer.builder("stillwater.deployment.duration")
          .description("From the plan's arrival to the end")
          .tag("outcome", transition.to().name())
          .register(registry)
          .record(transition.sinceStart());
    }
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeadlineBreach breach) {
    registry.counter("stillwater.executor.deadline.breaches", "what", breach.what()).increment();
  }
}
