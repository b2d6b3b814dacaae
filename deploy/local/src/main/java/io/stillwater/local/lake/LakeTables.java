package io.stillwater.local.lake;

import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The tables of the Iceberg JDBC catalog itself, which clients expect to find. */
public final class LakeTables {
  private LakeTables() {}

  /** Makes them in their V1 layout (the one with views); does nothing where they are. */
  public static void create(LakeSettings lake) {
    try (JdbcCatalog catalog = new JdbcCatalog(properties -> null, null, true)) {
      catalog.initialize(
          lake.catalog(),
          Map.of(
              CatalogProperties.URI,
              lake.uri(),
              CatalogProperties.WAREHOUSE_LOCATION,
              lake.warehouse(),
              JdbcCatalog.PROPERTY_PREFIX + "user",
              lake.user(),
              JdbcCatalog.PROPERTY_PREFIX + "password",
              lake.password(),
              JdbcCatalog.PROPERTY_PREFIX + "schema-version",
              "V1"));
    }
  }
}
