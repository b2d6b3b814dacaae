package io.stillwater.lakehouse;

import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The catalogs that were configured, each opened when it is first asked for. */
public final class Catalogs implements AutoCloseable {
  private final Map<String, CatalogSettings> settings = new TreeMap<>();
  private final Map<String, IcebergTableCatalog> opened = new HashMap<>();

  public Catalogs(Collection<CatalogSettings> settings) {
    settings.forEach(one -> this.settings.put(one.name(), one));
  }

  public Set<String> names() {
    return Set.copyOf(settings.keySet());
  }

  /**
   * @throws IllegalArgumentException when no catalog of that name is configured
   */
  public TableCatalog catalog(String name) {
    return iceberg(name);
  }

  public TableCatalog of(TableName table) {
    return iceberg(table.catalog());
  }

  public synchronized IcebergTableCatalog iceberg(String name) {
    CatalogSettings found = settings.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "Catalog '" + name + "' is not configured; known are " + settings.keySet());
    }
    return opened.computeIfAbsent(name, key -> IcebergTableCatalog.open(found));
  }

  public IcebergTableCatalog iceberg(TableName table) {
    return iceberg(table.catalog());
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(IcebergTableCatalog::close);
    opened.clear();
  }
}
