package io.stillwater.catalogs.path;

import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;

/** Reads tables of one format by their locations. */
public interface TableReader {
  /** Whether a table of the format lies there; no more than a look at the folder. */
  boolean isTable(String location);

  /**
   * @throws RuntimeException saying why the table cannot be read
   */
  TableState read(TableName name, CatalogType catalogType, String location);
}
