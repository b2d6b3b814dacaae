package io.stillwater.planner.catalogs;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of a release as they are now. */
@ApplicationScoped
public class TableReader {
  private final EnvironmentCatalogs catalogs;

  TableReader(EnvironmentCatalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * The tables there are in the environment's catalogs; one that is missing, or whose catalog is
   * not known, is left out.
   *
   * @throws UnreadableCatalogException when a catalog does not answer
   */
  public Map<TableName, TableState> read(Environment environment, Collection<TableName> names) {
    Map<TableName, TableState> tables = new TreeMap<>();
    for (TableName name : names) {
      read(environment, name).ifPresent(state -> tables.put(name, state));
    }
    return tables;
  }

  private Optional<TableState> read(Environment environment, TableName name) {
    try {
      return catalogs.find(environment, name.catalog()).flatMap(catalog -> catalog.describe(name));
    } catch (RuntimeException e) {
      throw new UnreadableCatalogException(name, e);
    }
  }
}
