package io.stillwater.catalogs.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.clustering.ClusteringColumnInfo;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.Protocol;
import io.stillwater.catalogs.path.TableReader;
import io.stillwater.catalogs.storage.Locations;
import io.stillwater.catalogs.storage.Storage;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Delta tables, read by the kernel library from their logs. */
public final class DeltaTables implements TableReader {
  /** As {@code DESCRIBE DETAIL} calls it; the log keeps it in a domain of its own. */
  private static final String CLUSTERING = "clusteringColumns";

  /** Delta has no version of its own beside the protocol's two. */
  private static final int FORMAT_VERSION = 1;

  private final Storage storage;
  private final Engine engine;

  public DeltaTables(Storage storage) {
    this.storage = storage;
    this.engine = DefaultEngine.create(new KernelFiles(storage));
  }

  @Override
  public boolean isTable(String location) {
    return !storage.list(Locations.child(location, "_delta_log")).isEmpty();
  }

  @Override
  public TableState read(TableName name, CatalogType catalogType, String location) {
    Snapshot snapshot = TableManager.loadSnapshot(location).build(engine);
    Metadata metadata = snapshot.getMetadata();
    Protocol protocol = snapshot.getProtocol();
    DeltaSize size = size(snapshot, name);
    return TableState.builder(name, TableFormat.DELTA, FORMAT_VERSION)
        .catalogType(catalogType.name())
        .version(metadata.getId(), null, snapshot.getVersion(), null)
        .columns(DeltaColumns.of(metadata.getSchema()))
        .partitionSpecs(List.of(partitioning(snapshot.getPartitionColumnNames())))
        .properties(properties(snapshot))
        .protocol(
            features(protocol), protocol.getMinReaderVersion(), protocol.getMinWriterVersion())
        .size(size.records(), size.files(), size.bytes())
        .build();
  }

  private DeltaSize size(Snapshot snapshot, TableName name) {
    try {
      return DeltaSize.of(snapshot, engine);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log of " + name, e);
    }
  }

  static PartitionSpecState partitioning(List<String> columns) {
    return new PartitionSpecState(
        0, true, columns.stream().map(column -> ColumnPath.of(column).toString()).toList());
  }

  private static List<String> features(Protocol protocol) {
    Set<String> features = new TreeSet<>(protocol.getReaderFeatures());
    features.addAll(protocol.getWriterFeatures());
    return List.copyOf(features);
  }

  private static Map<String, String> properties(Snapshot snapshot) {
    Map<String, String> properties = new TreeMap<>(snapshot.getMetadata().getConfiguration());
    snapshot
        .getClusteringColumnInfos()
        .filter(columns -> !columns.isEmpty())
        .ifPresent(columns -> properties.put(CLUSTERING, names(columns)));
    return properties;
  }

  private static String names(List<ClusteringColumnInfo> columns) {
    return columns.stream()
        .map(column -> new ColumnPath(List.of(column.getLogicalColumn().getNames())).toString())
        .collect(Collectors.joining(","));
  }
}
