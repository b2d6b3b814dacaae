package io.stillwater.monitor.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.monitor.persistence.DeploymentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;

/** How many deployments are in each state. */
@ApplicationScoped
public class StateGauges {
  private final MeterRegistry registry;
  private final DeploymentRepository deployments;
  private volatile Map<String, Long> counts = Map.of();

  public StateGauges(MeterRegistry registry, DeploymentRepository deployments) {
    this.registry = registry;
    this.deployments = deployments;
  }

  void register(@Observes StartupEvent start) {
    for (DeploymentState state : DeploymentState.values()) {
      Gauge.builder("stillwater.deployments", () -> counts.getOrDefault(state.name(), 0L))
          .description("Deployments by the state they are in")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  @Transactional
  void count() {
    counts = deployments.countByState();
  }
}
