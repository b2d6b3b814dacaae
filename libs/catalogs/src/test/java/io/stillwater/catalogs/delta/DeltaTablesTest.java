package io.stillwater.catalogs.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import io.stillwater.catalogs.fixture.Copies;
import io.stillwater.catalogs.fixture.DeltaLake;
import io.stillwater.lakehouse.CatalogSettings;
import io.stillwater.lakehouse.CatalogType;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTablesTest {
  private static final TableName ORDERS = TableName.of("lake", "sales", "orders");
  private static final StructType SCHEMA =
      new StructType()
          .add("id", LongType.LONG, false)
          .add(
              "price", FloatType.FLOAT, FieldMetadata.builder().putString("comment", "net").build())
          .add("region", StringType.STRING)
          .add("pieces", ShortType.SHORT)
          .add("amount", new DecimalType(10, 2))
          .add("at", TimestampType.TIMESTAMP)
          .add("local", TimestampNTZType.TIMESTAMP_NTZ)
          .add("tags", new ArrayType(new StructType().add("a b", StringType.STRING), true));
  private static final DataLayoutSpec BY_REGION =
      DataLayoutSpec.partitioned(List.of(new io.delta.kernel.expressions.Column("region")));

  @TempDir Path warehouse;
  private Catalogs catalogs;

  @BeforeEach
  void openCatalog() {
    catalogs =
        Catalogs.written(
            Map.of("lake", Map.of("type", "delta", "warehouse", warehouse.toString())));
  }

  @AfterEach
  void closeCatalog() {
    catalogs.close();
  }

  @Test
  void aTableWithoutColumnMappingHasNoFieldIds() {
    // Given
    DeltaLake.create(location(ORDERS), plain(), Map.of("delta.appendOnly", "true"), BY_REGION);

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.columns())
        .startsWith(
            new Column(null, "id", Primitive.BIGINT, false, null, null),
            new Column(null, "price", Primitive.FLOAT, true, "net", null));
    assertThat(state.partitionSpecs().get(0).fields()).containsExactly("region");
    assertThat(state.properties()).containsEntry("delta.appendOnly", "true");
    assertThat(state.snapshotId()).isZero();
    assertThat(state.catalogType()).isEqualTo("DELTA");
    assertThat(state.records()).isZero();
  }

  @Test
  void columnMappingGivesFieldIdsAndRaisesTheProtocol() {
    // Given
    DeltaLake.create(
        location(ORDERS),
        SCHEMA,
        Map.of("delta.columnMapping.mode", "name", "delta.enableTypeWidening", "true"),
        BY_REGION);

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.columns().get(1))
        .isEqualTo(new Column(2, "price", Primitive.FLOAT, true, "net", null));
    assertThat(state.columns())
        .extracting(Column::type)
        .contains(
            Primitive.SMALLINT,
            Primitive.TIMESTAMPTZ,
            Primitive.TIMESTAMP,
            new LakeType.Decimal(10, 2),
            LakeType.parse("array<struct<\"a b\": string>>"));
    assertThat(state.minReader()).isEqualTo(3);
    assertThat(state.minWriter()).isEqualTo(7);
    assertThat(state.features()).contains("columnMapping", "typeWidening", "timestampNtz");
    assertThat(state.properties())
        .containsEntry("delta.columnMapping.mode", "name")
        .containsEntry("delta.enableTypeWidening", "true");
    assertThat(Copies.throughADocument(state)).isEqualTo(state);
  }

  @Test
  void sizesAreSummedUpFromTheLogAndReadThroughACheckpoint() throws IOException {
    // Given
    DeltaLake.create(location(ORDERS), plain(), Map.of(), BY_REGION);
    DeltaLake.append(location(ORDERS), Map.of("region", Literal.ofString("eu")), 1_000, 4_000);
    DeltaLake.append(location(ORDERS), Map.of("region", Literal.ofString("us")), 234, 1_000);
    DeltaLake.checkpoint(location(ORDERS));
    Path log = Path.of(location(ORDERS), "_delta_log");
    Files.delete(log.resolve("00000000000000000000.json"));
    Files.delete(log.resolve("00000000000000000001.json"));

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.snapshotId()).isEqualTo(2);
    assertThat(state.records()).isEqualTo(1_234);
    assertThat(state.files()).isEqualTo(2);
    assertThat(state.bytes()).isEqualTo(5_000);
  }

  @Test
  void clusteringColumnsAreNamed() {
    // Given
    DeltaLake.create(
        location(ORDERS),
        plain(),
        Map.of(),
        DataLayoutSpec.clustered(List.of(new io.delta.kernel.expressions.Column("region"))));

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.properties()).containsEntry("clusteringColumns", "region");
    assertThat(state.features()).contains("clustering", "domainMetadata");
  }

  @Test
  void aTableOfAnOldProtocolKeepsItsTwoVersionsAndItsConstraints() throws IOException {
    // Given
    writeLog(
        """
        {"protocol":{"minReaderVersion":1,"minWriterVersion":3}}
        {"metaData":{"id":"6c51e6e5-0000-4000-8000-000000000001","format":{"provider":"parquet","options":{}},"schemaString":"{\\"type\\":\\"struct\\",\\"fields\\":[{\\"name\\":\\"id\\",\\"type\\":\\"integer\\",\\"nullable\\":true,\\"metadata\\":{\\"CURRENT_DEFAULT\\":\\"7\\"}},{\\"name\\":\\"code\\",\\"type\\":\\"string\\",\\"nullable\\":true,\\"metadata\\":{\\"__CHAR_VARCHAR_TYPE_STRING\\":\\"varchar(10)\\",\\"CURRENT_DEFAULT\\":\\"'x'\\"}}]}","partitionColumns":[],"configuration":{"delta.constraints.positive":"id > 0"},"createdTime":0}}
        {"add":{"path":"a.parquet","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true,"stats":"{\\"numRecords\\":5}"}}
        {"add":{"path":"b.parquet","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true}}
        """);

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.minReader()).isEqualTo(1);
    assertThat(state.minWriter()).isEqualTo(3);
    assertThat(state.features()).isEmpty();
    assertThat(state.properties()).containsEntry("delta.constraints.positive", "id > 0");
    assertThat(state.columns())
        .containsExactly(
            new Column(null, "id", Primitive.INT, true, null, 7L),
            new Column(null, "code", new LakeType.Varchar(10), true, null, "x"));
    assertThat(state.records()).as("a file without statistics hides the number").isNull();
    assertThat(state.files()).isEqualTo(2);
    assertThat(state.uuid()).isEqualTo("6c51e6e5-0000-4000-8000-000000000001");
  }

  @Test
  void rowsThatADeletionVectorTakesAwayAreNotCounted() throws IOException {
    // Given
    writeLog(
        """
        {"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}}
        {"metaData":{"id":"x","format":{"provider":"parquet","options":{}},"schemaString":"{\\"type\\":\\"struct\\",\\"fields\\":[]}","partitionColumns":[],"configuration":{"delta.enableDeletionVectors":"true"},"createdTime":0}}
        {"add":{"path":"a.parquet","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true,"stats":"{\\"numRecords\\":5}","deletionVector":{"storageType":"u","pathOrInlineDv":"ab^-aqEH.-t@S}K{vb[*k^","offset":4,"sizeInBytes":40,"cardinality":2}}}
        """);

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.records()).isEqualTo(3);
  }

  @Test
  void aLogThatCannotBeReadIsAnErrorAndNoMissingTable() throws IOException {
    // Given
    writeLog("{\"protocol\":{\"minReaderVersion\":9,\"minWriterVersion\":9}}\n");

    // When, Then
    assertThatThrownBy(() -> catalogs.of(ORDERS).describe(ORDERS))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void tablesBelowTheWarehouseAndNamedOnesAreListed() {
    // Given
    TableName named = TableName.of("lake", "else.where", "t");
    String elsewhere = warehouse.resolve("deep/down/here").toString();
    DeltaLake.create(location(ORDERS), plain(), Map.of(), DataLayoutSpec.noDataLayout());
    DeltaLake.create(elsewhere, plain(), Map.of(), DataLayoutSpec.noDataLayout());
    CatalogSettings settings =
        new CatalogSettings(
            "lake",
            CatalogType.DELTA,
            null,
            null,
            null,
            warehouse.toUri().toString(),
            Map.of("table.\"else.where\".t", elsewhere));

    // When
    try (Catalogs other = new Catalogs(List.of(settings))) {
      TableCatalog catalog = other.catalog("lake");

      // Then
      assertThat(catalog.list()).containsExactlyInAnyOrder(named, ORDERS);
      assertThat(catalog.describe(named)).isPresent();
      assertThat(catalog.describe(ORDERS)).isPresent();
      assertThat(catalog.describe(TableName.of("lake", "sales", "none"))).isEmpty();
      assertThat(catalog.describe(TableName.of("lake", "..", "deep/down/here"))).isEmpty();
    }
  }

  private static StructType plain() {
    return new StructType(SCHEMA.fields().subList(0, 4));
  }

  private void writeLog(String actions) throws IOException {
    Path log = Path.of(location(ORDERS), "_delta_log");
    Files.createDirectories(log);
    Files.writeString(log.resolve("00000000000000000000.json"), actions);
  }

  private String location(TableName table) {
    return warehouse.resolve(table.namespace().get(0)).resolve(table.name()).toString();
  }

  private TableState describe(TableName table) {
    return catalogs.of(table).describe(table).orElseThrow();
  }
}
