package io.stillwater.planner.planning;

import io.micrometer.core.instrument.MeterRegistry;
import io.stillwater.events.plan.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what became of the releases that were asked for. */
@ApplicationScoped
public class PlanMeters {
  private final MeterRegistry meters;

  PlanMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  public void answered(Plan plan) {
    meters
        .counter(
            "stillwater.plans",
            "status",
            lower(plan.status()),
            "risk",
            lower(plan.risk()),
            "dry.run",
            String.valueOf(plan.deploymentId() == null))
        .increment();
  }

  public void rejected() {
    meters.counter("stillwater.releases.rejected").increment();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
