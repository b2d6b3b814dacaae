package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.CatalogSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalog;

/** Opens the library's catalogs. */
final class IcebergCatalogs {
  /** Several services share one small PostgreSQL; the library's default is two connections. */
  private static final String JDBC_CLIENTS = "2";

  /**
   * PostgreSQL ends connections so when it restarts; the library retries other states by itself.
   */
  private static final String RESTARTING = "57P01,57P02,57P03";

  private IcebergCatalogs() {}

  static Catalog open(CatalogSettings settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put(CatalogProperties.FILE_IO_IMPL, LakeFileIO.class.getName());
    properties.put(CatalogProperties.URI, settings.uri());
    if (settings.warehouse() != null) {
      properties.put(CatalogProperties.WAREHOUSE_LOCATION, settings.warehouse());
    }
    return switch (settings.type()) {
      case JDBC -> jdbc(settings, properties);
      case REST -> rest(settings, properties);
      case HIVE, DELTA, HUDI, UNITY ->
          throw new IllegalArgumentException(
              "Catalog %s is of type %s, none of Iceberg's"
                  .formatted(settings.name(), settings.type()));
    };
  }

  private static Catalog jdbc(CatalogSettings settings, Map<String, String> properties) {
    properties.put("jdbc.schema-version", "V1");
    properties.put(CatalogProperties.CLIENT_POOL_SIZE, JDBC_CLIENTS);
    properties.put("retryable_status_codes", RESTARTING);
    putIfKnown(properties, "jdbc.user", settings.user());
    putIfKnown(properties, "jdbc.password", settings.password());
    properties.putAll(settings.properties());
    // Given rather than named: Iceberg looks for names in its own class loader, and where tests run
    // in a workspace Quarkus puts this library into another.
    JdbcCatalog catalog = new JdbcCatalog(IcebergCatalogs::files, null, true);
    catalog.initialize(settings.name(), properties);
    return catalog;
  }

  private static Catalog rest(CatalogSettings settings, Map<String, String> properties) {
    properties.putAll(settings.properties());
    RESTCatalog catalog = new RESTCatalog();
    catalog.initialize(settings.name(), properties);
    return catalog;
  }

  private static FileIO files(Map<String, String> properties) {
    LakeFileIO files = new LakeFileIO();
    files.initialize(properties);
    return files;
  }

  private static void putIfKnown(Map<String, String> properties, String key, String value) {
    if (value != null) {
      properties.put(key, value);
    }
  }
}
