package io.stillwater.cli.it;

import io.stillwater.cli.lake.ParquetAppender;
import io.stillwater.lakehouse.TableName;
import java.util.List;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;

/**
 * A table of its own for one test, with a few files.
 *
 * @param written what its writers have appended
 */
record LakeTable(TableName name, WrittenRows written) {
  private static final List<String> COLUMNS = List.of("id", "fname", "price", "qty");
  private static final int ROWS_PER_APPEND = 500;

  static LakeTable create(String name) {
    TableName table = TableName.of("lake", "it", name);
    var catalog = SharedStack.get().catalog();
    TableIdentifier identifier = catalog.identifier(table);
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog.icebergCatalog();
    if (!namespaces.namespaceExists(identifier.namespace())) {
      namespaces.createNamespace(identifier.namespace());
    }
    catalog
        .icebergCatalog()
        .createTable(
            identifier,
            new Schema(
                Types.NestedField.required(1, "id", Types.LongType.get()),
                Types.NestedField.optional(2, "fname", Types.StringType.get()),
                Types.NestedField.optional(3, "price", Types.FloatType.get()),
                Types.NestedField.optional(4, "qty", Types.IntegerType.get())));
    LakeTable created = new LakeTable(table, new WrittenRows());
    for (int i = 0; i < 3; i++) {
      created.append();
    }
    return created;
  }

  Table load() {
    return SharedStack.get().catalog().load(name);
  }

  /** A writer's append with the columns it has always known. */
  void append() {
    long firstId = written.next(ROWS_PER_APPEND);
    try (ParquetAppender appender = new ParquetAppender()) {
      appender.append(
          load(),
          COLUMNS,
          """
          SELECT i AS id, 'Name' || i AS fname, (i / 7.0)::FLOAT AS price, (i %% 100)::INT AS qty
          FROM range(%d, %d) AS rows(i)"""
              .formatted(firstId, firstId + ROWS_PER_APPEND));
    }
  }

  TableMetadata metadata() {
    return ((HasTableOperations) load()).operations().current();
  }

  /** How many commits the table has seen: Iceberg counts them in the name of the metadata file. */
  int commits() {
    String file = metadata().metadataFileLocation();
    return Integer.parseInt(file.substring(file.lastIndexOf('/') + 1).split("-")[0]);
  }
}
