package io.stillwater.planner.catalogs;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.planning.environment.Environment;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogs of each environment: those that its file writes, else those that the service is
 * configured with. Two environments may name different catalogs alike.
 */
@ApplicationScoped
class EnvironmentCatalogs {
  private final Catalogs configured;
  private final Map<String, Catalogs> written = new HashMap<>();

  EnvironmentCatalogs(Catalogs configured) {
    this.configured = configured;
  }

  /** Empty where neither has a catalog of that name. */
  Optional<TableCatalog> find(Environment environment, String name) {
    if (Catalogs.isWritten(environment.catalogs().get(name))) {
      return Optional.of(of(environment).catalog(name));
    }
    return configured.names().contains(name)
        ? Optional.of(configured.catalog(name))
        : Optional.empty();
  }

  @PreDestroy
  synchronized void close() {
    written.values().forEach(Catalogs::close);
    written.clear();
  }

  private synchronized Catalogs of(Environment environment) {
    return written.computeIfAbsent(
        environment.name(), name -> Catalogs.written(environment.catalogs()));
  }
}
