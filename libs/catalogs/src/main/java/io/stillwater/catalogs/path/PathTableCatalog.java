package io.stillwater.catalogs.path;

import io.stillwater.catalogs.storage.Locations;
import io.stillwater.catalogs.storage.Storage;
import io.stillwater.catalogs.storage.StoredEntry;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables that no server knows: {@code <warehouse>/<schema>/<table>}, and those that properties
 * {@code table.<schema>.<table>} name with their locations.
 */
public final class PathTableCatalog implements TableCatalog {
  private final CatalogSettings settings;
  private final Storage storage;
  private final TableReader reader;
  private final Map<TableName, String> named = new TreeMap<>();

  /**
   * @param storage closed with the catalog
   * @throws IllegalArgumentException when a property names no table
   */
  public PathTableCatalog(CatalogSettings settings, Storage storage, TableReader reader) {
    this.settings = settings;
    this.storage = storage;
    this.reader = reader;
    settings
        .properties()
        .forEach(
            (key, location) -> {
              if (key.startsWith(CatalogSettings.TABLE_PREFIX)) {
                String table = key.substring(CatalogSettings.TABLE_PREFIX.length());
                named.put(TableName.parse(settings.name() + "." + table), location);
              }
            });
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public CatalogType type() {
    return settings.type();
  }

  @Override
  public Optional<TableState> describe(TableName table) {
    return location(table)
        .filter(reader::isTable)
        .map(location -> reader.read(table, settings.type(), location));
  }

  @Override
  public List<TableName> list() {
    Set<TableName> tables = new TreeSet<>(named.keySet());
    if (settings.warehouse() != null) {
      for (StoredEntry schema : folders(settings.warehouse())) {
        for (StoredEntry table : folders(schema.location())) {
          if (reader.isTable(table.location())) {
            tables.add(TableName.of(name(), schema.name(), table.name()));
          }
        }
      }
    }
    return List.copyOf(tables);
  }

  @Override
  public void close() {
    storage.close();
  }

  private Optional<String> location(TableName table) {
    String location = named.get(table);
    if (location != null || settings.warehouse() == null || !isOneFolderDeep(table)) {
      return Optional.ofNullable(location);
    }
    String schema = Locations.child(settings.warehouse(), table.namespace().get(0));
    return Optional.of(Locations.child(schema, table.name()));
  }

  /** A name with a slash would lead elsewhere. */
  private boolean isOneFolderDeep(TableName table) {
    return table.catalog().equals(name())
        && table.namespace().size() == 1
        && isFolder(table.name())
        && isFolder(table.namespace().get(0));
  }

  private static boolean isFolder(String name) {
    return !name.contains("/") && !name.equals(".") && !name.equals("..");
  }

  private List<StoredEntry> folders(String location) {
    return storage.list(location).stream().filter(StoredEntry::folder).toList();
  }
}
