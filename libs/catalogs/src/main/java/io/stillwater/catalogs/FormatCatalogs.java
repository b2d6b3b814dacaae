package io.stillwater.catalogs;

import io.stillwater.catalogs.delta.DeltaTables;
import io.stillwater.catalogs.hive.HiveTableCatalog;
import io.stillwater.catalogs.hudi.HudiTables;
import io.stillwater.catalogs.path.PathTableCatalog;
import io.stillwater.catalogs.storage.LakeStorage;
import io.stillwater.catalogs.unity.UnityTableCatalog;
import io.stillwater.lakehouse.CatalogProvider;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableCatalog;

/** The catalogs of this library. */
public final class FormatCatalogs implements CatalogProvider {
  /** Instantiated by name. */
  public FormatCatalogs() {}

  @Override
  public boolean opens(CatalogType type) {
    return type != CatalogType.JDBC && type != CatalogType.REST;
  }

  @Override
  public TableCatalog open(CatalogSettings settings) {
    LakeStorage storage = new LakeStorage(settings.properties());
    return switch (settings.type()) {
      case HIVE -> HiveTableCatalog.open(settings, storage);
      case DELTA -> new PathTableCatalog(settings, storage, new DeltaTables(storage));
      case HUDI -> new PathTableCatalog(settings, storage, new HudiTables(storage));
      case UNITY -> new UnityTableCatalog(settings, storage);
      case JDBC, REST ->
          throw new IllegalArgumentException(
              "Catalog %s is of type %s, which is opened elsewhere"
                  .formatted(settings.name(), settings.type()));
    };
  }
}
