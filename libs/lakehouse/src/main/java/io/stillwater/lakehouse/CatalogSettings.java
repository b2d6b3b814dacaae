package io.stillwater.lakehouse;

import java.util.Map;
import java.util.Objects;

/**
 * @param uri {@code jdbc:postgresql://…} or the REST catalog's address
 * @param user null where the catalog asks for none
 * @param warehouse null where the server knows it
 * @param properties the catalog's own settings, under their own names
 */
public record CatalogSettings(
    String name,
    CatalogType type,
    String uri,
    String user,
    String password,
    String warehouse,
    Map<String, String> properties) {
  public CatalogSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    if (uri == null || uri.isBlank()) {
      throw new IllegalArgumentException("Catalog " + name + " has no uri");
    }
    properties = properties == null ? Map.of() : Map.copyOf(properties);
  }

  /** Without the password, for logs. */
  @Override
  public String toString() {
    return "CatalogSettings[" + name + ", " + type + ", " + uri + ", warehouse=" + warehouse + "]";
  }
}
