package io.stillwater.validator.lake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogs whose tables are checked, each under {@code stillwater.catalogs.<name>}. */
@ConfigMapping(prefix = "stillwater.catalogs")
public interface CatalogsConfig {
  @WithParentName
  Map<String, CatalogConfig> byName();

  /** One catalog; {@code properties} are its own settings, under their own names. */
  interface CatalogConfig {
    /** jdbc or rest. */
    String type();

    String uri();

    Optional<String> user();

    Optional<String> password();

    Optional<String> warehouse();

    Map<String, String> properties();
  }

  default List<CatalogSettings> settings() {
    return byName().entrySet().stream()
        .map(entry -> settings(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CatalogSettings settings(String name, CatalogConfig config) {
    return new CatalogSettings(
        name,
        CatalogType.parse(config.type()),
        config.uri(),
        config.user().orElse(null),
        config.password().orElse(null),
        config.warehouse().orElse(null),
        config.properties());
  }
}
