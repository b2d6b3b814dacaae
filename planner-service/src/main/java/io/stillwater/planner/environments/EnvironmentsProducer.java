package io.stillwater.planner.environments;

import io.quarkus.runtime.Startup;
import io.stillwater.planning.environment.Environments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the environments before the first release comes, so that a bad file stops the start. */
@ApplicationScoped
class EnvironmentsProducer {
  @Produces
  @Singleton
  @Startup
  Environments environments(EnvironmentsConfig config) {
    return new Environments(config.dir().map(EnvironmentFolder::read).orElse(List.of()));
  }
}
