package io.stillwater.lakehouse.iceberg;

import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;

/** What lies under a loaded table. */
final class IcebergTables {
  private IcebergTables() {}

  static TableOperations operations(Table table) {
    if (table instanceof HasTableOperations loaded) {
      return loaded.operations();
    }
    throw new IllegalArgumentException(
        "Table " + table.name() + " was not loaded from a catalog; metadata tables do not change");
  }

  static TableMetadata metadata(Table table) {
    return operations(table).current();
  }
}
