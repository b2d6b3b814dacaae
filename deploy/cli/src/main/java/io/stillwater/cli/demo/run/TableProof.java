package io.stillwater.cli.demo.run;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlEngine;
import io.stillwater.lakehouse.engine.SqlSession;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;

/**
 * A table at one moment, for comparison with another.
 *
 * @param schema columns with their ids, types and comments
 * @param data number of rows and a sum of their hashes
 */
public record TableProof(String schema, List<Object> data) {

  public static TableProof of(IcebergTableCatalog catalog, SqlEngine engine, TableName name) {
    Table table = catalog.load(name);
    try (SqlSession session = engine.open()) {
      String view = session.register(PinnedTable.current(name, table));
      List<Object> data =
          session
              .query("SELECT count(*), sum(hash(one)::HUGEINT)::VARCHAR FROM " + view + " AS one")
              .rows()
              .get(0);
      return new TableProof(table.schema().asStruct().toString(), data);
    }
  }

  /** The columns as a person writes them. */
  public static String columns(IcebergTableCatalog catalog, TableName name) {
    return catalog.describe(name).orElseThrow().columns().stream()
        .map(column -> column.name() + " " + column.type().text())
        .collect(Collectors.joining(", "));
  }
}
