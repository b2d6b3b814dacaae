package io.stillwater.validator.lake;

import io.stillwater.checks.CheckRunner;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the configured catalogs and the engine for the life of the service. */
@ApplicationScoped
class LakeProducer {
  @Produces
  @Singleton
  Catalogs catalogs(CatalogsConfig config) {
    return new Catalogs(config.settings());
  }

  void close(@Disposes Catalogs catalogs) {
    catalogs.close();
  }

  @Produces
  @Singleton
  CheckRunner runner(Catalogs catalogs, EngineConfig engine, Clock clock) {
    Path spill = Path.of(engine.spillFolder().orElse(System.getProperty("java.io.tmpdir")));
    EngineSettings settings = new EngineSettings(engine.memoryMb(), engine.threads(), spill);
    return new CheckRunner(catalogs, new EmbeddedEngine(settings), clock);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
