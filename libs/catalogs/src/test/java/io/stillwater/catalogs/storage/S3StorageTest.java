package io.stillwater.catalogs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.stillwater.catalogs.fixture.DeltaLake;
import io.stillwater.catalogs.fixture.S3MockProcess;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.testing.Ports;
import io.stillwater.testing.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of every format on S3, which S3Mock plays. */
class S3StorageTest {
  private static final TableName ORDERS = TableName.of("lake", "sales", "orders");

  @TempDir static Path folder;
  private static S3MockProcess s3;

  @BeforeAll
  static void startS3() {
    s3 = S3MockProcess.start(folder.resolve("s3"));
  }

  @AfterAll
  static void stopS3() {
    s3.close();
  }

  @Test
  void aDeltaTableIsReadThroughItsCheckpoint() {
    // Given
    Path table = folder.resolve("orders");
    StructType schema = new StructType().add("id", LongType.LONG).add("region", StringType.STRING);
    DeltaLake.create(table.toString(), schema, Map.of(), DataLayoutSpec.noDataLayout());
    DeltaLake.append(table.toString(), Map.<String, Literal>of(), 12, 100);
    DeltaLake.checkpoint(table.toString());
    s3.upload(table, "delta/sales/orders");

    // When
    try (Catalogs catalogs = catalogs("delta", "s3a://lake/delta", s3.properties())) {
      TableCatalog catalog = catalogs.catalog("lake");
      TableState state = catalog.describe(ORDERS).orElseThrow();

      // Then
      assertThat(catalog.list()).containsExactly(ORDERS);
      assertThat(state.records()).isEqualTo(12);
      assertThat(state.columns()).hasSize(2);
      assertThat(catalog.describe(TableName.of("lake", "sales", "none"))).isEmpty();
    }
  }

  @Test
  void aHudiTableIsReadWithTheSizesOfItsFiles() {
    // Given
    s3.upload(Path.of("src", "test", "hudi", "mor-1.0"), "hudi/sales/orders");

    // When
    try (Catalogs catalogs = catalogs("hudi", "s3://lake/hudi/", s3.properties())) {
      TableCatalog catalog = catalogs.catalog("lake");
      TableState state = catalog.describe(ORDERS).orElseThrow();

      // Then
      assertThat(catalog.list()).containsExactly(ORDERS);
      assertThat(state.files()).isEqualTo(4);
      assertThat(state.bytes()).isEqualTo(4948 + 4858 + 4635 + 1300L);
    }
  }

  @Test
  void anIcebergTableIsWrittenAndReadByTheJdbcCatalog() {
    // Given
    try (PostgresServer database = PostgresServer.start(folder.resolve("postgres"), Ports.free())) {
      database.createDatabase("lake");
      Map<String, Object> fields = new HashMap<>();
      fields.put("type", "jdbc");
      fields.put("uri", database.jdbcUrl("lake"));
      fields.put("user", PostgresServer.USER);
      fields.put("password", PostgresServer.PASSWORD);
      fields.put("warehouse", "s3://lake/iceberg");
      fields.put("properties", s3.properties());
      try (Catalogs catalogs = Catalogs.written(Map.of("lake", fields))) {
        IcebergTableCatalog catalog = catalogs.iceberg("lake");
        ((SupportsNamespaces) catalog.icebergCatalog()).createNamespace(Namespace.of("sales"));
        catalog
            .icebergCatalog()
            .createTable(
                catalog.identifier(ORDERS),
                new Schema(Types.NestedField.required(1, "id", Types.LongType.get())));

        // When
        catalog.load(ORDERS).updateSchema().addColumn("note", Types.StringType.get()).commit();

        // Then
        assertThat(catalog.describe(ORDERS).orElseThrow().columns()).hasSize(2);
      }
    }
  }

  @Test
  void foldersAndFilesAreListedByNameFromAGivenOneOn() {
    // Given
    s3.upload(Path.of("src", "test", "hudi"), "listed");
    try (LakeStorage storage = new LakeStorage(texts(s3.properties()))) {
      List<String> below = new ArrayList<>();

      // When
      List<StoredEntry> all = storage.list("s3://lake/listed");
      List<StoredEntry> some = storage.list("s3://lake/listed/", "evolved-1.0");
      storage.walk("s3://lake/listed/cow-0.15/region=eu", file -> below.add(file.name()));

      // Then
      assertThat(all)
          .extracting(StoredEntry::name)
          .containsExactly("README.md", "cow-0.15", "evolved-1.0", "mor-0.15", "mor-1.0");
      assertThat(some)
          .extracting(StoredEntry::name)
          .containsExactly("evolved-1.0", "mor-0.15", "mor-1.0");
      assertThat(below).hasSize(3).contains(".hoodie_partition_metadata");
      assertThat(storage.list("s3://nosuchbucket/x")).isEmpty();
      assertThat(storage.list("s3://lake/nothing")).isEmpty();
    }
  }

  @Test
  void whatNoStorageReadsIsRefusedByName() {
    try (LakeStorage storage = new LakeStorage(Map.of())) {
      assertThatThrownBy(() -> storage.file("abfss://lake@account/x"))
          .hasMessageContaining("abfss://lake@account/x: only the local disk and S3");
    }
  }

  private static Catalogs catalogs(String type, String warehouse, Map<String, Object> properties) {
    return Catalogs.written(
        Map.of("lake", Map.of("type", type, "warehouse", warehouse, "properties", properties)));
  }

  private static Map<String, String> texts(Map<String, Object> properties) {
    Map<String, String> texts = new HashMap<>();
    properties.forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }
}
