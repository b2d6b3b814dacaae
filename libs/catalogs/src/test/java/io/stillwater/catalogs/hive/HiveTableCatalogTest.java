package io.stillwater.catalogs.hive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.stillwater.catalogs.fixture.Copies;
import io.stillwater.catalogs.fixture.DeltaLake;
import io.stillwater.catalogs.fixture.MetastoreProcess;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.LocalFileIO;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.testing.Ports;
import io.trino.hive.thrift.metastore.FieldSchema;
import io.trino.hive.thrift.metastore.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of every format in a real Hive metastore 4.0.1, registered as their engines do it. */
class HiveTableCatalogTest {
  private static final String DISALLOW = "hive.metastore.disallow.incompatible.col.type.changes";
  private static final FieldSchema ID = new FieldSchema("id", "bigint", "key");

  @TempDir static Path folder;
  private static MetastoreProcess metastore;
  private static Catalogs catalogs;

  @BeforeAll
  static void startMetastore() {
    metastore = MetastoreProcess.start(folder);
    String addresses = "thrift://localhost:" + Ports.free() + "," + metastore.uri();
    catalogs = Catalogs.written(Map.of("lake", Map.of("type", "hive", "uri", addresses)));
  }

  @AfterAll
  static void stopMetastore() {
    catalogs.close();
    metastore.close();
  }

  @Test
  void aPlainTableIsAsTheMetastoreSays() {
    // Given
    Table table =
        metastore.table(
            "plain",
            List.of(
                ID,
                new FieldSchema("price", "decimal(10,2)", null),
                new FieldSchema("at", "timestamp", null),
                new FieldSchema("zoned", "timestamp with local time zone", null),
                new FieldSchema("code", "char(3)", null),
                new FieldSchema("nested", "struct<a b:int,list:array<map<string,double>>>", null),
                new FieldSchema("either", "uniontype<int,array<string>>", null)),
            List.of(new FieldSchema("region", "string", null)));
    table.putToParameters("owner.team", "sales");
    metastore.create(table);

    // When
    TableState state = describe("plain");

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.HIVE);
    assertThat(state.catalogType()).isEqualTo("HIVE");
    assertThat(state.columns())
        .containsExactly(
            new Column(null, "id", Primitive.BIGINT, true, "key", null),
            Column.of(null, "price", new LakeType.Decimal(10, 2)),
            Column.of(null, "at", Primitive.TIMESTAMP),
            Column.of(null, "zoned", Primitive.TIMESTAMPTZ),
            Column.of(null, "code", new LakeType.Varchar(3)),
            Column.of(
                null,
                "nested",
                LakeType.parse("struct<\"a b\": int, list: array<map<string, double>>>")),
            Column.of(null, "either", new LakeType.Opaque("uniontype<int,array<string>>")),
            Column.of(null, "region", Primitive.STRING));
    assertThat(state.partitionSpecs().get(0).fields()).containsExactly("region");
    assertThat(state.properties())
        .containsEntry("storage.format", "PARQUET")
        .containsEntry("owner.team", "sales")
        .containsEntry(DISALLOW, "true");
    assertThat(Copies.throughADocument(state)).isEqualTo(state);
  }

  @Test
  void theStorageFormatIsThatOfTheInputFormat() {
    // Given
    Table text = metastore.table("text", List.of(ID), List.of());
    text.getSd().setInputFormat("org.apache.hadoop.mapred.TextInputFormat");
    metastore.create(text);
    Table json = metastore.table("json", List.of(ID), List.of());
    json.getSd().setInputFormat("org.apache.hadoop.mapred.TextInputFormat");
    json.getSd().getSerdeInfo().setSerializationLib("org.apache.hive.hcatalog.data.JsonSerDe");
    metastore.create(json);

    // When, Then
    assertThat(describe("text").properties()).containsEntry("storage.format", "TEXTFILE");
    assertThat(describe("json").properties()).containsEntry("storage.format", "JSONFILE");
  }

  @Test
  void aTableThatOnlySparkReadsHasTheColumnsSparkKeeps() {
    // Given
    Table table =
        metastore.table("csv", List.of(new FieldSchema("col", "array<string>", null)), List.of());
    table.putToParameters("spark.sql.sources.provider", "csv");
    table.putToParameters("spark.sql.sources.schema.numParts", "2");
    table.putToParameters(
        "spark.sql.sources.schema.part.0", "{\"type\":\"struct\",\"fields\":[{\"name\":\"Id\",");
    table.putToParameters(
        "spark.sql.sources.schema.part.1",
        "\"type\":\"integer\",\"nullable\":true,\"metadata\":{}}]}");
    metastore.create(table);

    // When
    TableState state = describe("csv");

    // Then
    assertThat(state.columns()).containsExactly(Column.of(null, "Id", Primitive.INT));
    assertThat(state.properties()).containsEntry("storage.format", "TEXTFILE");
  }

  @Test
  void anIcebergTableIsReadFromItsMetadata() {
    // Given
    String location = folder.resolve("iceberg").toString();
    String file = location + "/metadata/v1.metadata.json";
    Schema schema = new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));
    TableMetadataParser.write(
        TableMetadata.newTableMetadata(
            schema, PartitionSpec.unpartitioned(), location, Map.of("format-version", "2")),
        new LocalFileIO().newOutputFile(file));
    Table table = metastore.table("iceberg", List.of(ID), List.of());
    table.putToParameters("table_type", "ICEBERG");
    table.putToParameters("metadata_location", file);
    metastore.create(table);

    // When
    TableState state = describe("iceberg");

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.ICEBERG);
    assertThat(state.formatVersion()).isEqualTo(2);
    assertThat(state.columns()).containsExactly(Column.required(1, "id", Primitive.BIGINT));
    assertThat(state.properties())
        .as("holds for its order of columns too")
        .containsEntry(DISALLOW, "true");
  }

  @Test
  void aDeltaTableIsReadAtSparksOwnPath() {
    // Given
    String location = folder.resolve("delta").toString();
    DeltaLake.create(
        location,
        new StructType().add("id", LongType.LONG),
        Map.of("delta.columnMapping.mode", "name"),
        DataLayoutSpec.noDataLayout());
    Table table =
        metastore.table("delta", List.of(new FieldSchema("col", "array<string>", null)), List.of());
    table.putToParameters("spark.sql.sources.provider", "DELTA");
    table.getSd().getSerdeInfo().putToParameters("path", location);
    metastore.create(table);

    // When
    TableState state = describe("delta");

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.DELTA);
    assertThat(state.catalogType()).isEqualTo("HIVE");
    assertThat(state.columns()).containsExactly(Column.of(1, "id", Primitive.BIGINT));
  }

  @Test
  void aHudiTableIsKnownByItsInputFormat() {
    // Given
    Table table = metastore.table("hudi_ro", List.of(ID), List.of());
    table.getSd().setInputFormat("org.apache.hudi.hadoop.HoodieParquetInputFormat");
    table.getSd().setLocation("file:" + Path.of("src/test/hudi/mor-0.15").toAbsolutePath());
    metastore.create(table);

    // When
    TableState state = describe("hudi_ro");

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.HUDI);
    assertThat(state.columns()).hasSize(8);
  }

  @Test
  void tablesAreListedWithoutViews() {
    // Given
    metastore.create(metastore.table("listed", List.of(ID), List.of()));
    Table view = metastore.table("viewed", List.of(ID), List.of());
    view.setTableType("VIRTUAL_VIEW");
    view.setViewOriginalText("select 1");
    view.setViewExpandedText("select 1");
    metastore.create(view);
    TableCatalog catalog = catalogs.catalog("lake");

    // When
    List<TableName> tables = catalog.list();

    // Then
    assertThat(tables)
        .contains(TableName.of("lake", "sales", "listed"))
        .doesNotContain(TableName.of("lake", "sales", "viewed"));
    assertThat(catalog.describe(TableName.of("lake", "sales", "viewed"))).isEmpty();
    assertThat(catalog.describe(TableName.of("lake", "sales", "none"))).isEmpty();
    assertThat(catalog.describe(TableName.of("lake", "none", "none"))).isEmpty();
  }

  @Test
  void anAddressWhereNobodyAnswersIsNamed() {
    // Given
    String nobody = "thrift://localhost:" + Ports.free();
    try (Catalogs others = Catalogs.written(Map.of("x", Map.of("type", "hive", "uri", nobody)))) {

      // When, Then
      assertThatThrownBy(() -> others.catalog("x").list())
          .hasMessageContaining("Metastore " + nobody + ": cannot list the databases");
    }
  }

  @Test
  void anAddressThatIsNoMetastoresIsRefused() {
    assertThatThrownBy(
            () ->
                Catalogs.written(Map.of("x", Map.of("type", "hive", "uri", "http://here")))
                    .catalog("x"))
        .hasMessageContaining("'http://here' is no metastore's address; write thrift://host:9083");
  }

  private static TableState describe(String name) {
    TableName table = TableName.of("lake", MetastoreProcess.DATABASE, name);
    return catalogs.of(table).describe(table).orElseThrow();
  }
}
