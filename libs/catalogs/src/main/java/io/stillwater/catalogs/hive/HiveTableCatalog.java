package io.stillwater.catalogs.hive;

import io.stillwater.catalogs.delta.DeltaTables;
import io.stillwater.catalogs.hudi.HudiTables;
import io.stillwater.catalogs.storage.Storage;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.TableDescription;
import io.stillwater.lakehouse.table.TableState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.TableMetadataParser;

/** A Hive metastore: it knows where tables lie, their formats know the rest. */
public final class HiveTableCatalog implements TableCatalog {
  /** With it, the metastore refuses new orders and types of columns, of Iceberg tables too. */
  private static final String DISALLOW = "hive.metastore.disallow.incompatible.col.type.changes";

  private static final String METADATA_LOCATION = "metadata_location";

  private final String name;
  private final MetastoreClient metastore;
  private final Storage storage;
  private final DeltaTables delta;
  private final HudiTables hudi;
  private Optional<String> disallow;

  private HiveTableCatalog(String name, MetastoreClient metastore, Storage storage) {
    this.name = name;
    this.metastore = metastore;
    this.storage = storage;
    this.delta = new DeltaTables(storage);
    this.hudi = new HudiTables(storage);
  }

  /**
   * @param storage closed with the catalog
   */
  public static HiveTableCatalog open(CatalogSettings settings, Storage storage) {
    MetastoreConnection connection = new MetastoreConnection(settings.name(), settings.uri());
    return new HiveTableCatalog(settings.name(), new MetastoreClient(connection), storage);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CatalogType type() {
    return CatalogType.HIVE;
  }

  @Override
  public Optional<TableState> describe(TableName table) {
    if (table.namespace().size() != 1) {
      return Optional.empty();
    }
    return metastore
        .table(table.namespace().get(0), table.name())
        .map(StoredTable::new)
        .filter(stored -> stored.kind() != StoredTable.Kind.VIEW)
        .map(stored -> state(table, stored));
  }

  @Override
  public List<TableName> list() {
    List<TableName> tables = new ArrayList<>();
    for (String database : metastore.databases()) {
      metastore.tables(database).forEach(table -> tables.add(TableName.of(name, database, table)));
    }
    return tables.stream().sorted().toList();
  }

  @Override
  public void close() {
    metastore.close();
    storage.close();
  }

  private TableState state(TableName table, StoredTable stored) {
    return switch (stored.kind()) {
      case ICEBERG -> withSetting(iceberg(table, stored));
      case DELTA -> delta.read(table, type(), stored.location());
      case HUDI -> hudi.read(table, type(), stored.location());
      case HIVE -> withSetting(PlainHiveTables.of(table, stored));
      case VIEW -> throw new IllegalArgumentException(table + " is a view");
    };
  }

  private TableState iceberg(TableName table, StoredTable stored) {
    String location = stored.parameters().get(METADATA_LOCATION);
    if (location == null) {
      throw new IllegalArgumentException("The metastore has no " + METADATA_LOCATION + " for it");
    }
    return TableDescription.of(table, type(), TableMetadataParser.read(storage.file(location)));
  }

  private TableState withSetting(TableState state) {
    Map<String, String> properties = new HashMap<>(state.properties());
    setting().ifPresent(value -> properties.put(DISALLOW, value));
    return state.withProperties(properties);
  }

  private synchronized Optional<String> setting() {
    if (disallow == null) {
      disallow = metastore.setting(DISALLOW);
    }
    return disallow;
  }
}
