package io.stillwater.lakehouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * @param uri {@code jdbc:postgresql://…}, the address of a REST catalog or of Unity Catalog, or
 *     {@code thrift://…} of metastores, several by commas; null where tables are found by path
 * @param user null where the catalog asks for none
 * @param password also the token of Unity Catalog
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
  /** Names one table of a catalog by path: {@code table.sales.orders: s3://bucket/orders}. */
  public static final String TABLE_PREFIX = "table.";

  public CatalogSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    properties = properties == null ? Map.of() : Map.copyOf(properties);
    if (type.isByPath()) {
      requireTables(name, warehouse, properties);
    } else if (uri == null || uri.isBlank()) {
      throw new IllegalArgumentException("Catalog " + name + " has no uri");
    }
  }

  /**
   * A catalog as an environment's document writes it (contract, section 7).
   *
   * @throws IllegalArgumentException when it lacks what its type needs
   */
  public static CatalogSettings written(String name, Map<String, Object> fields) {
    if (fields.get("type") == null) {
      throw new IllegalArgumentException("Catalog " + name + " has no type");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    if (fields.get("properties") instanceof Map<?, ?> written) {
      written.forEach((key, value) -> properties.put(key.toString(), String.valueOf(value)));
    }
    return new CatalogSettings(
        name,
        CatalogType.parse(fields.get("type").toString()),
        text(fields, "uri"),
        text(fields, "user"),
        text(fields, "password"),
        text(fields, "warehouse"),
        properties);
  }

  /** Without the password, for logs. */
  @Override
  public String toString() {
    return "CatalogSettings[" + name + ", " + type + ", " + uri + ", warehouse=" + warehouse + "]";
  }

  private static void requireTables(String name, String warehouse, Map<String, String> properties) {
    boolean named = properties.keySet().stream().anyMatch(key -> key.startsWith(TABLE_PREFIX));
    if ((warehouse == null || warehouse.isBlank()) && !named) {
      throw new IllegalArgumentException(
          "Catalog %s has no warehouse to look for tables in; name one, or each table by a property %sschema.name"
              .formatted(name, TABLE_PREFIX));
    }
  }

  private static String text(Map<String, Object> fields, String key) {
    Object value = fields.get(key);
    return value == null ? null : value.toString();
  }
}
