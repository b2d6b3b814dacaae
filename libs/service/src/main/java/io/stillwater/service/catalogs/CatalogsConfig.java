package io.stillwater.service.catalogs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogs whose tables a service works with, each under {@code stillwater.catalogs.<name>}.
 */
@ConfigMapping(prefix = "stillwater.catalogs")
public interface CatalogsConfig {
  @WithParentName
  Map<String, CatalogConfig> byName();

  /** One catalog. */
  interface CatalogConfig {
    /** As of {@link io.stillwater.lakehouse.CatalogType}, in any case. */
    String type();

    /** None where tables are found by path. */
    Optional<String> uri();

    Optional<String> user();

    Optional<String> password();

    Optional<String> warehouse();

    /** The catalog's own settings, under their own names. */
    Map<String, String> properties();
  }
}
