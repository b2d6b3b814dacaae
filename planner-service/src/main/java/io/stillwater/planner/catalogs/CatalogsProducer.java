package io.stillwater.planner.catalogs;

import io.stillwater.lakehouse.Catalogs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the configured catalogs for the life of the service. */
@ApplicationScoped
class CatalogsProducer {
  @Produces
  @Singleton
  Catalogs catalogs(CatalogsConfig config) {
    return new Catalogs(config.settings());
  }

  void close(@Disposes Catalogs catalogs) {
    catalogs.close();
  }
}
