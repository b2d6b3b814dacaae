package io.stillwater.checks;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** The tables that checks read, each loaded anew so that it is as it is now. */
public final class LakeTables {
  private final Catalogs catalogs;

  public LakeTables(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * @throws IllegalArgumentException when no such catalog is configured
   */
  public Optional<Table> find(TableName name) {
    try {
      return Optional.of(catalogs.iceberg(name).load(name));
    } catch (NoSuchTableException | NoSuchNamespaceException e) {
      return Optional.empty();
    }
  }

  public IcebergTableCatalog catalog(String name) {
    return catalogs.iceberg(name);
  }
}
