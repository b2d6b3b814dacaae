package io.stillwater.catalogs.unity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.stillwater.catalogs.fixture.Answers;
import io.stillwater.catalogs.fixture.Copies;
import io.stillwater.catalogs.fixture.DeltaLake;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against answers as the interface's description has them, not a real server. */
class UnityTableCatalogTest {
  private static final String BASE = "/api/2.1/unity-catalog/";
  private static final TableName ORDERS = TableName.of("lake", "sales", "orders");
  private static final TableName PLAIN = TableName.of("lake", "sales", "plain");

  private static final String PLAIN_TABLE =
      """
      {"name":"plain","catalog_name":"main","schema_name":"sales","table_type":"EXTERNAL",
       "data_source_format":"PARQUET","storage_location":"file:///nowhere","table_id":"42",
       "properties":{"owner.team":"sales"},
       "columns":[
         {"name":"region","type_text":"string","type_name":"STRING","position":1,"nullable":true,"partition_index":0},
         {"name":"id","type_text":"bigint","type_name":"LONG","position":0,"nullable":false,"comment":"key"},
         {"name":"tags","type_text":"array<struct<a:int>>","type_name":"ARRAY","position":2,"nullable":true}]}
      """;

  @TempDir Path folder;
  private final Answers answers = new Answers();
  private Catalogs catalogs;

  @BeforeEach
  void openCatalog() {
    answers
        .with(BASE + "schemas?catalog_name=main", "{\"schemas\":[{\"name\":\"sales\"}]}")
        .with(
            BASE + "tables?catalog_name=main&schema_name=sales",
            "{\"tables\":[],\"next_page_token\":\"a b\"}")
        .with(
            BASE + "tables?catalog_name=main&schema_name=sales&page_token=a%20b",
            "{\"tables\":[%s,%s,{\"name\":\"v\",\"table_type\":\"VIEW\"}],\"next_page_token\":null}"
                .formatted(PLAIN_TABLE, delta("orders")))
        .with(BASE + "tables/main.sales.plain", PLAIN_TABLE)
        .with(BASE + "tables/main.sales.orders", delta("orders"));
    catalogs =
        Catalogs.written(
            Map.of(
                "lake",
                Map.of(
                    "type", "unity", "uri", answers.url(), "password", "t", "warehouse", "main")));
  }

  @AfterEach
  void close() {
    catalogs.close();
    answers.close();
  }

  @Test
  void tablesOfAllPagesAreListedWithoutViews() {
    assertThat(catalogs.catalog("lake").list()).containsExactly(ORDERS, PLAIN);
    assertThat(answers.tokens()).isNotEmpty().containsOnly("Bearer t");
  }

  @Test
  void aDeltaTableIsReadFromItsLog() {
    // Given
    DeltaLake.create(
        folder.resolve("orders").toString(),
        new StructType().add("id", LongType.LONG),
        Map.of(),
        DataLayoutSpec.noDataLayout());

    // When
    TableState state = describe(ORDERS);

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.DELTA);
    assertThat(state.catalogType()).isEqualTo("UNITY");
    assertThat(state.columns()).containsExactly(Column.of(null, "id", Primitive.BIGINT));
  }

  @Test
  void aTableOfPlainFilesIsAsTheCatalogSays() {
    // When
    TableState state = describe(PLAIN);

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.HIVE);
    assertThat(state.columns())
        .containsExactly(
            new Column(null, "id", Primitive.BIGINT, false, "key", null),
            Column.of(null, "region", Primitive.STRING),
            Column.of(null, "tags", LakeType.parse("array<struct<a: int>>")));
    assertThat(state.partitionSpecs().get(0).fields()).containsExactly("region");
    assertThat(state.properties())
        .containsEntry("storage.format", "PARQUET")
        .containsEntry("owner.team", "sales");
    assertThat(Copies.throughADocument(state)).isEqualTo(state);
  }

  @Test
  void whatIsNotThereIsEmptyAndWhatFailsSaysWhere() {
    // Given
    TableCatalog catalog = catalogs.catalog("lake");

    // When, Then
    assertThat(catalog.describe(TableName.of("lake", "sales", "none"))).isEmpty();
    answers.close();
    assertThatThrownBy(() -> catalog.describe(PLAIN)).hasMessageContaining("main.sales.plain");
  }

  @Test
  void aCatalogWithoutAWarehouseIsRefused() {
    // Given
    Catalogs nameless =
        Catalogs.written(Map.of("lake", Map.of("type", "unity", "uri", answers.url())));

    // When, Then
    assertThatThrownBy(() -> nameless.catalog("lake"))
        .hasMessageContaining("name the server's catalog as its warehouse");
  }

  private TableState describe(TableName table) {
    return catalogs.of(table).describe(table).orElseThrow();
  }

  private String delta(String name) {
    return """
    {"name":"%s","table_type":"MANAGED","data_source_format":"DELTA","table_id":"7","storage_location":"%s"}
    """
        .formatted(name, folder.resolve(name).toUri());
  }
}
