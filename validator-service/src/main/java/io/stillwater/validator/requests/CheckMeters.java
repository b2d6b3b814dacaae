package io.stillwater.validator.requests;

import io.micrometer.core.instrument.MeterRegistry;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckRunner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts results and times reads; names that no check has are counted as one. */
@ApplicationScoped
class CheckMeters {
  private static final String UNKNOWN_NAME = "other";

  private final MeterRegistry registry;
  private final CheckRunner runner;

  CheckMeters(MeterRegistry registry, CheckRunner runner) {
    this.registry = registry;
    this.runner = runner;
  }

  void completed(CheckResult result) {
    String name = runner.knows(result.spec().name()) ? result.spec().name() : UNKNOWN_NAME;
    String status = result.status().name().toLowerCase(Locale.ROOT);
    registry.counter("stillwater.checks", "name", name, "status", status).increment();
    registry.timer("stillwater.checks.duration", "name", name).record(result.duration());
  }
}
