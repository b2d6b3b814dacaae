package io.stillwater.service.catalogs;

import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.service.catalogs.CatalogsConfig.CatalogConfig;
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
    return new Catalogs(
        config.byName().entrySet().stream()
            .map(entry -> settings(entry.getKey(), entry.getValue()))
            .toList());
  }

  void close(@Disposes Catalogs catalogs) {
    catalogs.close();
  }

  private static CatalogSettings settings(String name, CatalogConfig config) {
    return new CatalogSettings(
        name,
        CatalogType.parse(config.type()),
        config.uri().orElse(null),
        config.user().orElse(null),
        config.password().orElse(null),
        config.warehouse().orElse(null),
        config.properties());
  }
}
