package io.stillwater.lakehouse;

import io.stillwater.lakehouse.table.TableState;
import java.util.List;
import java.util.Optional;

/** A catalog of tables, whatever their format. Safe for use by several threads. */
public interface TableCatalog extends AutoCloseable {
  String name();

  CatalogType type();

  /** The table as it is now; empty when there is none of that name. */
  Optional<TableState> describe(TableName table);

  /** All tables of all namespaces, in the order of their names. */
  List<TableName> list();

  @Override
  void close();
}
