package io.stillwater.validator.lake;

import io.stillwater.checks.CheckRunner;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the checks the service's catalogs and an engine. */
@ApplicationScoped
class CheckRunnerProducer {
  @Produces
  @Singleton
  CheckRunner runner(Catalogs catalogs, EngineConfig engine, Clock clock) {
    return new CheckRunner(catalogs, new EmbeddedEngine(engine.settings()), clock);
  }
}
