package io.stillwater.planner.catalogs;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of a release as they are now. */
@ApplicationScoped
public class TableReader {
  private final Catalogs catalogs;

  TableReader(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * The tables there are; one that is missing, or whose catalog is not configured, is left out.
   *
   * @throws UnreadableCatalogException when a catalog does not answer
   */
  public Map<TableName, TableState> read(Collection<TableName> names) {
    Map<TableName, TableState> tables = new TreeMap<>();
    for (TableName name : names) {
      read(name).ifPresent(state -> tables.put(name, state));
    }
    return tables;
  }

  private Optional<TableState> read(TableName name) {
    if (!catalogs.names().contains(name.catalog())) {
      return Optional.empty();
    }
    try {
      return catalogs.of(name).describe(name);
    } catch (RuntimeException e) {
      throw new UnreadableCatalogException(name, e);
    }
  }
}
