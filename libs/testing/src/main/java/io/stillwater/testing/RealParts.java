package io.stillwater.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test a real broker, a database of its own and an empty lake (an Iceberg JDBC
 * catalog in PostgreSQL, tables in a local folder).
 *
 * <p>Argument {@code database}: how the service's database is called, {@code test} unless named.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {
  private static final String CATALOG = "stillwater.catalogs.lake.";

  private String database = "test";

  @Override
  public void init(Map<String, String> initArgs) {
    database = initArgs.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    SharedParts parts = SharedParts.get();
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.devservices.enabled", "false");
    settings.put("quarkus.http.test-port", "0");
    settings.put("kafka.bootstrap.servers", parts.bootstrapServers());
    settings.put("quarkus.datasource.jdbc.url", parts.jdbcUrl(parts.freshDatabase(database)));
    settings.put("quarkus.datasource.username", parts.user());
    settings.put("quarkus.datasource.password", parts.password());
    settings.putAll(lake(parts));
    return settings;
  }

  private static Map<String, String> lake(SharedParts parts) {
    Path warehouse = TemporaryFolders.create("stillwater-warehouse");
    return Map.of(
        CATALOG + "type", "jdbc",
        CATALOG + "uri", parts.jdbcUrl(parts.freshDatabase("lake")),
        CATALOG + "user", parts.user(),
        CATALOG + "password", parts.password(),
        CATALOG + "warehouse", warehouse.toUri().toString().replaceFirst("/$", ""));
  }

  @Override
  public void stop() {
    // The servers are shared by all tests of the JVM and end with it.
  }
}
