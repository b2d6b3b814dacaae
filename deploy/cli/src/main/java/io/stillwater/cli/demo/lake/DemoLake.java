package io.stillwater.cli.demo.lake;

import io.stillwater.cli.lake.ParquetAppender;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;

/** Makes the demo's tables and fills them, each in several files and snapshots. */
public final class DemoLake {
  private static final int APPENDS = 4;

  private DemoLake() {}

  public static void create(IcebergTableCatalog catalog) {
    try (ParquetAppender appender = new ParquetAppender()) {
      for (DemoTable table : DemoTable.values()) {
        fill(create(catalog, table), table, appender);
      }
    }
  }

  private static Table create(IcebergTableCatalog catalog, DemoTable table) {
    TableIdentifier identifier = catalog.identifier(table.table());
    ((SupportsNamespaces) catalog.icebergCatalog()).createNamespace(identifier.namespace());
    return catalog.icebergCatalog().createTable(identifier, table.schema());
  }

  private static void fill(Table created, DemoTable table, ParquetAppender appender) {
    long part = table.rows() / APPENDS;
    for (int i = 0; i < APPENDS; i++) {
      appender.append(created, table.columns(), table.rows(i * part, (i + 1) * part));
    }
  }
}
