package io.stillwater.lakehouse.iceberg;

import java.util.function.Consumer;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** A table in memory whose commits change nothing but the metadata it holds. */
final class MetadataWorkbench implements TableOperations {
  private TableMetadata metadata;

  private MetadataWorkbench(TableMetadata metadata) {
    this.metadata = metadata;
  }

  static TableMetadata edit(TableMetadata current, Consumer<Table> action) {
    MetadataWorkbench workbench = new MetadataWorkbench(current);
    try {
      action.accept(new BaseTable(workbench, current.location()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new TableEditException(
          "The table at " + current.location() + " does not allow the change: " + e.getMessage(),
          e);
    }
    return workbench.metadata;
  }

  @Override
  public TableMetadata current() {
    return metadata;
  }

  @Override
  public TableMetadata refresh() {
    return metadata;
  }

  @Override
  public void commit(TableMetadata base, TableMetadata changed) {
    metadata = changed;
  }

  @Override
  public FileIO io() {
    throw new UnsupportedOperationException("An edit of metadata reads and writes no file");
  }

  @Override
  public String metadataFileLocation(String fileName) {
    throw new UnsupportedOperationException("An edit of metadata writes no file");
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(metadata.location(), metadata.properties());
  }
}
