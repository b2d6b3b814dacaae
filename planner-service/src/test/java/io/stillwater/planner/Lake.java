package io.stillwater.planner;

import io.stillwater.lakehouse.Catalogs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;

/** Real Iceberg tables for tests, each of a name of its own. */
@ApplicationScoped
public class Lake {
  private static final Namespace SALES = Namespace.of("sales");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Catalogs catalogs;

  Lake(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /** Makes a table of id, fname and price; returns its name as a release says it. */
  public String createTable() {
    Catalog catalog = catalogs.iceberg("lake").icebergCatalog();
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
    if (!namespaces.namespaceExists(SALES)) {
      namespaces.createNamespace(SALES);
    }
    String name = "orders_" + COUNT.incrementAndGet();
    catalog.createTable(
        TableIdentifier.of(SALES, name),
        new Schema(
            Types.NestedField.required(1, "id", Types.LongType.get()),
            Types.NestedField.optional(2, "fname", Types.StringType.get()),
            Types.NestedField.optional(3, "price", Types.FloatType.get())));
    return "lake.sales." + name;
  }

  /** What another engine does to the table meanwhile. */
  public void addColumn(String table, String column) {
    load(table).updateSchema().addColumn(column, Types.StringType.get()).commit();
  }

  public void drop(String table) {
    catalogs.iceberg("lake").icebergCatalog().dropTable(identifier(table));
  }

  public Table load(String table) {
    return catalogs.iceberg("lake").icebergCatalog().loadTable(identifier(table));
  }

  private static TableIdentifier identifier(String table) {
    return TableIdentifier.of(SALES, table.substring("lake.sales.".length()));
  }
}
