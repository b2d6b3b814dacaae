package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** Iceberg tables of a JDBC or REST catalog. */
public final class IcebergTableCatalog implements TableCatalog {
  private final CatalogSettings settings;
  private final Catalog catalog;

  private IcebergTableCatalog(CatalogSettings settings, Catalog catalog) {
    this.settings = settings;
    this.catalog = catalog;
  }

  public static IcebergTableCatalog open(CatalogSettings settings) {
    return new IcebergTableCatalog(settings, IcebergCatalogs.open(settings));
  }

  /** A catalog that the caller has opened, and closes. */
  public static IcebergTableCatalog of(CatalogSettings settings, Catalog catalog) {
    return new IcebergTableCatalog(settings, catalog);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public CatalogType type() {
    return settings.type();
  }

  /** Where the catalog's tables lie unless they say otherwise; empty where the server decides. */
  public Optional<String> warehouse() {
    return Optional.ofNullable(settings.warehouse());
  }

  public Catalog icebergCatalog() {
    return catalog;
  }

  /**
   * @throws NoSuchTableException when there is none of that name
   */
  public Table load(TableName table) {
    return catalog.loadTable(identifier(table));
  }

  @Override
  public Optional<TableState> describe(TableName table) {
    try {
      return Optional.of(TableDescription.of(table, settings.type(), load(table)));
    } catch (NoSuchTableException | NoSuchNamespaceException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<TableName> list() {
    List<TableName> tables = new ArrayList<>();
    collect(Namespace.empty(), tables);
    return tables.stream().sorted().toList();
  }

  public TableIdentifier identifier(TableName table) {
    if (!table.catalog().equals(name())) {
      throw new IllegalArgumentException(
          "Table " + table + " is not of catalog " + name() + ", where it was looked for");
    }
    return TableIdentifier.of(Namespace.of(table.namespace().toArray(String[]::new)), table.name());
  }

  @Override
  public void close() {
    try {
      if (catalog instanceof Closeable closeable) {
        closeable.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close catalog " + name(), e);
    }
  }

  private void collect(Namespace parent, List<TableName> tables) {
    if (!parent.isEmpty()) {
      for (TableIdentifier table : catalog.listTables(parent)) {
        tables.add(new TableName(name(), List.of(table.namespace().levels()), table.name()));
      }
    }
    if (catalog instanceof SupportsNamespaces namespaces) {
      namespaces.listNamespaces(parent).forEach(child -> collect(child, tables));
    }
  }
}
