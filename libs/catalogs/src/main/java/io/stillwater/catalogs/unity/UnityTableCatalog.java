package io.stillwater.catalogs.unity;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.catalogs.delta.DeltaTables;
import io.stillwater.catalogs.storage.LakeStorage;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Delta and other tables of one catalog of a Unity Catalog server, which is the warehouse.
 * Delta tables are read from their logs, with credentials that the server lends where it does.
 */
public final class UnityTableCatalog implements TableCatalog {
  private static final Set<String> TABLES = Set.of("MANAGED", "EXTERNAL");

  private final CatalogSettings settings;
  private final UnityApi api;
  private final LakeStorage storage;

  /**
   * @param storage for tables that the server lends no credentials for; closed with the catalog
   * @throws IllegalArgumentException when no catalog of the server is named
   */
  public UnityTableCatalog(CatalogSettings settings, LakeStorage storage) {
    if (settings.warehouse() == null || settings.warehouse().isBlank()) {
      throw new IllegalArgumentException(
          "Catalog %s: name the server's catalog as its warehouse".formatted(settings.name()));
    }
    this.settings = settings;
    this.api = new UnityApi(settings.uri(), settings.password());
    this.storage = storage;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public CatalogType type() {
    return CatalogType.UNITY;
  }

  @Override
  public Optional<TableState> describe(TableName table) {
    if (table.namespace().size() != 1) {
      return Optional.empty();
    }
    return api.table(settings.warehouse(), table.namespace().get(0), table.name())
        .filter(UnityTableCatalog::isTable)
        .map(info -> state(table, info));
  }

  @Override
  public List<TableName> list() {
    List<TableName> tables = new ArrayList<>();
    for (JsonNode schema : api.schemas(settings.warehouse())) {
      String name = schema.path("name").asText();
      for (JsonNode table : api.tables(settings.warehouse(), name)) {
        if (isTable(table)) {
          tables.add(TableName.of(name(), name, table.path("name").asText()));
        }
      }
    }
    return tables.stream().sorted().toList();
  }

  @Override
  public void close() {
    storage.close();
  }

  private static boolean isTable(JsonNode table) {
    return TABLES.contains(table.path("table_type").asText());
  }

  private TableState state(TableName table, JsonNode info) {
    String format = info.path("data_source_format").asText();
    if (!format.equals("DELTA")) {
      return UnityTables.of(table, info);
    }
    Map<String, String> lent = credentials(info.path("table_id").asText());
    String location = info.path("storage_location").asText();
    if (lent.isEmpty()) {
      return new DeltaTables(storage).read(table, type(), location);
    }
    Map<String, String> properties = new HashMap<>(settings.properties());
    properties.putAll(lent);
    try (LakeStorage own = new LakeStorage(properties)) {
      return new DeltaTables(own).read(table, type(), location);
    }
  }

  /** Under Iceberg's names; empty where the server has none for S3. */
  private Map<String, String> credentials(String tableId) {
    return api.credentials(tableId)
        .map(answer -> answer.path("aws_temp_credentials"))
        .filter(aws -> aws.hasNonNull("access_key_id"))
        .map(
            aws ->
                Map.of(
                    "s3.access-key-id", aws.path("access_key_id").asText(),
                    "s3.secret-access-key", aws.path("secret_access_key").asText(),
                    "s3.session-token", aws.path("session_token").asText()))
        .orElse(Map.of());
  }
}
