package io.stillwater.local.lake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one catalog of a local stack: enough for any Iceberg client to join.
 *
 * @param catalog the catalog's name inside its database and in table names
 * @param warehouse a {@code file:///} URI without a slash at its end
 */
public record LakeSettings(
    String catalog, String type, String uri, String user, String password, String warehouse) {
  public static final String CATALOG = "lake";

  public static LakeSettings jdbc(String uri, String user, String password, String warehouse) {
    return new LakeSettings(CATALOG, "jdbc", uri, user, password, warehouse);
  }

  /** The settings of a service that opens this catalog. */
  public Map<String, String> serviceSettings() {
    String prefix = "stillwater.catalogs." + catalog + ".";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(prefix + "type", type);
    settings.put(prefix + "uri", uri);
    settings.put(prefix + "user", user);
    settings.put(prefix + "password", password);
    settings.put(prefix + "warehouse", warehouse);
    return settings;
  }
}
