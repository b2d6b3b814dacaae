package io.stillwater.catalogs.hudi;

import io.stillwater.catalogs.path.TableReader;
import io.stillwater.catalogs.storage.Locations;
import io.stillwater.catalogs.storage.Storage;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hudi tables, read from {@code hoodie.properties} and the active timeline.
 *
 * <p>Not by Hudi's own library: hudi-common brings HBase, RocksDB, Kryo and a Hadoop of its own,
 * some 150 MB for two small documents whose layout is specified (Hudi's technical specification,
 * "Timeline" and "Table Configuration").
 */
public final class HudiTables implements TableReader {
  private static final String FOLDER = ".hoodie";
  private static final String SCHEMA_ON_READ = "hoodie.schema.on.read.enable";

  private final Storage storage;

  public HudiTables(Storage storage) {
    this.storage = storage;
  }

  @Override
  public boolean isTable(String location) {
    return storage
        .file(Locations.child(Locations.child(location, FOLDER), "hoodie.properties"))
        .exists();
  }

  @Override
  public TableState read(TableName name, CatalogType catalogType, String location) {
    String table = Locations.withoutSlash(location);
    String folder = Locations.child(table, FOLDER);
    TableConfig config = TableConfig.read(storage, folder);
    Timeline timeline = Timeline.of(storage, folder, config);
    Replay replay = Replay.of(timeline);
    String schema =
        replay
            .schema()
            .or(() -> config.text("hoodie.table.create.schema"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No commit of the active timeline in %s holds a schema; commit to the table once"
                            .formatted(folder)));
    FileSlices slices = new FileSlices(table, timeline);
    storage.walk(table, slices::add);
    TableSize size = slices.size(replay.replaced(), replay.records());
    return TableState.builder(name, TableFormat.HUDI, config.version())
        .catalogType(catalogType.name())
        .version(null, null, newest(timeline), null)
        .columns(HudiSchema.columns(schema, replay.evolution().orElse(null), config))
        .partitionSpecs(List.of(new PartitionSpecState(0, true, config.partitionFields())))
        .identifierColumns(config.recordKeys())
        .properties(properties(config, replay))
        .size(size.records(), size.files(), size.bytes())
        .build();
  }

  private static Long newest(Timeline timeline) {
    List<Instant> commits = timeline.commits();
    return commits.isEmpty() ? null : Long.valueOf(commits.get(commits.size() - 1).time());
  }

  /** That schema.on.read was on shows in what commits carry; it is a setting of writers only. */
  private static Map<String, String> properties(TableConfig config, Replay replay) {
    Map<String, String> properties = new TreeMap<>(config.properties());
    if (replay.evolution().isPresent()) {
      properties.putIfAbsent(SCHEMA_ON_READ, "true");
    }
    return properties;
  }
}
