package io.stillwater.planning.rules;

import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.table.TableState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.avro.Avro;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.avro.PlannedDataReader;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;

/** A real Iceberg table whose metadata and Avro files lie in memory. */
final class MemoryTable {
  static final TableName NAME = TableName.parse("lake.app.t");
  private static final TableIdentifier ID = TableIdentifier.of("app", "t");

  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final BaseTable table;

  MemoryTable(Schema schema, int version) {
    catalog.initialize("lake", Map.of());
    catalog.createNamespace(Namespace.of("app"));
    table =
        (BaseTable)
            catalog.createTable(
                ID,
                schema,
                PartitionSpec.unpartitioned(),
                Map.of("format-version", String.valueOf(version)));
  }

  Schema schema() {
    return metadata().schema();
  }

  TableMetadata metadata() {
    return table.operations().refresh();
  }

  void commit(TableEdit edit) {
    TableOperations operations = table.operations();
    TableMetadata base = operations.refresh();
    operations.commit(base, edit.apply(base));
  }

  TableState describe() {
    CatalogSettings settings =
        new CatalogSettings("lake", CatalogType.JDBC, "memory:", null, null, null, Map.of());
    return IcebergTableCatalog.of(settings, catalog).describe(NAME).orElseThrow();
  }

  void append(List<Record> rows) {
    table.refresh();
    table.newAppend().appendFile(written(rows)).commit();
  }

  private DataFile written(List<Record> rows) {
    try {
      DataWriter<Record> writer =
          Avro.writeData(table.io().newOutputFile(table.location() + "/" + System.nanoTime()))
              .schema(table.schema())
              .withSpec(PartitionSpec.unpartitioned())
              .createWriterFunc(org.apache.iceberg.data.avro.DataWriter::create)
              .overwrite()
              .build();
      try (writer) {
        rows.forEach(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row, by the schema as it is now. */
  List<Record> read() {
    table.refresh();
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      for (FileScanTask file : files) {
        try (CloseableIterable<Record> records =
            Avro.read(table.io().newInputFile(file.file().location()))
                .project(table.schema())
                .createResolvingReader(PlannedDataReader::<Record>create)
                .build()) {
          records.forEach(rows::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
