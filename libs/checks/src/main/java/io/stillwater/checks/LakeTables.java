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

  /**
   * The table that a check names, if it is about one. A target may be a release or a component too:
   * it is taken for a table when its catalog is configured.
   */
  public Optional<TableName> named(CheckSpec spec) {
    Optional<TableName> setting = Settings.of(spec).table("table");
    return setting.isPresent() ? setting : target(spec);
  }

  private Optional<TableName> target(CheckSpec spec) {
    try {
      return Optional.ofNullable(spec.target())
          .map(TableName::parse)
          .filter(name -> catalogs.names().contains(name.catalog()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public IcebergTableCatalog catalog(String name) {
    return catalogs.iceberg(name);
  }
}
