package io.stillwater.executor.lake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogs whose tables this service may change, by name. */
@ConfigMapping(prefix = "stillwater.catalogs")
public interface CatalogsConfig {
  @WithParentName
  Map<String, Entry> byName();

  /** One catalog. */
  interface Entry {
    /** jdbc or rest. */
    String type();

    String uri();

    Optional<String> user();

    Optional<String> password();

    Optional<String> warehouse();

    /** The catalog's own settings, under their own names. */
    Map<String, String> properties();
  }

  default List<CatalogSettings> settings() {
    return byName().entrySet().stream()
        .map(entry -> settings(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CatalogSettings settings(String name, Entry entry) {
    return new CatalogSettings(
        name,
        CatalogType.parse(entry.type()),
        entry.uri(),
        entry.user().orElse(null),
        entry.password().orElse(null),
        entry.warehouse().orElse(null),
        entry.properties());
  }
}
