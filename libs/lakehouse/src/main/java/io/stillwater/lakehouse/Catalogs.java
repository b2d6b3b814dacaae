package io.stillwater.lakehouse;

import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The catalogs that were configured, each opened when it is first asked for. */
public final class Catalogs implements AutoCloseable {
  private final Map<String, CatalogSettings> settings = new TreeMap<>();
  private final Map<String, TableCatalog> opened = new HashMap<>();

  public Catalogs(Collection<CatalogSettings> settings) {
    settings.forEach(one -> this.settings.put(one.name(), one));
  }

  /**
   * The catalogs of an environment's document, by name (contract, section 7).
   *
   * @throws IllegalArgumentException when one lacks what its type needs
   */
  public static Catalogs written(Map<String, Map<String, Object>> catalogs) {
    return new Catalogs(
        catalogs.entrySet().stream()
            .filter(catalog -> isWritten(catalog.getValue()))
            .map(catalog -> CatalogSettings.written(catalog.getKey(), catalog.getValue()))
            .toList());
  }

  /** An environment may name a catalog and leave it to the service where that is. */
  public static boolean isWritten(Map<String, Object> fields) {
    return fields != null && !fields.isEmpty();
  }

  public Set<String> names() {
    return Set.copyOf(settings.keySet());
  }

  /**
   * @throws IllegalArgumentException when no catalog of that name is configured
   */
  public synchronized TableCatalog catalog(String name) {
    CatalogSettings found = settings.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "Catalog '" + name + "' is not configured; known are " + settings.keySet());
    }
    return opened.computeIfAbsent(name, key -> open(found));
  }

  public TableCatalog of(TableName table) {
    return catalog(table.catalog());
  }

  /**
   * @throws IllegalArgumentException when there is no such catalog, or none whose tables are
   *     changed by Iceberg's library
   */
  public IcebergTableCatalog iceberg(String name) {
    TableCatalog catalog = catalog(name);
    if (catalog instanceof IcebergTableCatalog iceberg) {
      return iceberg;
    }
    throw new IllegalArgumentException(
        "Catalog '%s' is of type %s; tables are changed in Iceberg catalogs of type JDBC and REST only"
            .formatted(name, catalog.type()));
  }

  public IcebergTableCatalog iceberg(TableName table) {
    return iceberg(table.catalog());
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(TableCatalog::close);
    opened.clear();
  }

  private static TableCatalog open(CatalogSettings settings) {
    return switch (settings.type()) {
      case JDBC, REST -> IcebergTableCatalog.open(settings);
      case HIVE, DELTA, HUDI, UNITY -> provider(settings).open(settings);
    };
  }

  private static CatalogProvider provider(CatalogSettings settings) {
    return ServiceLoader.load(CatalogProvider.class, Catalogs.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.opens(settings.type()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Catalog '%s' is of type %s, which this program does not open"
                        .formatted(settings.name(), settings.type())));
  }
}
