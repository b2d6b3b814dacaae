package io.stillwater.lakehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {
  private static final TableName NAME = TableName.of("lake", "sales", "or\"ders [1]*?");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.IntegerType.get()),
          Types.NestedField.optional(2, "name", Types.StringType.get()));

  @TempDir Path warehouse;
  private TestLake lake;
  private final EmbeddedEngine engine = new EmbeddedEngine(EngineSettings.defaults());

  @BeforeEach
  void openLake() {
    lake = TestLake.create(warehouse);
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void aTableWithoutDataHasColumnsAndNoRows() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), "*");

    // Then
    assertThat(result.columns()).containsExactly("id", "name");
    assertThat(result.rows()).isEmpty();
  }

  @Test
  void rowsAreReadAtThePinnedSnapshotOnly() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1, "a"));
    long first = table.currentSnapshot().snapshotId();
    Rows.append(table, Rows.row(SCHEMA, 2, "b"));

    // When
    List<List<Object>> before = select(PinnedTable.at(NAME, table, first), "id").rows();
    List<List<Object>> now = select(PinnedTable.current(NAME, table), "id").rows();

    // Then
    assertThat(before).containsExactly(List.of(1));
    assertThat(now).containsExactlyInAnyOrder(List.of(1), List.of(2));
  }

  @Test
  void columnsAreFoundByFieldIdThroughRenameSwapWideningAndDrop() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1, "a"));
    table
        .updateSchema()
        .renameColumn("name", "id_")
        .updateColumn("id", Types.LongType.get())
        .commit();
    table.updateSchema().addColumn("name", Types.StringType.get()).commit();
    Rows.append(table, Rows.row(table.schema(), 5_000_000_000L, "b", "new"));
    table.updateSchema().moveFirst("name").commit();

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), "*");

    // Then
    assertThat(result.columns()).containsExactly("name", "id", "id_");
    assertThat(result.rows())
        .containsExactlyInAnyOrder(
            java.util.Arrays.asList(null, 1L, "a"), List.of("new", 5_000_000_000L, "b"));
  }

  @Test
  void aColumnAddedWithADefaultReadsItFromOldFiles() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 3);
    Rows.append(table, Rows.row(SCHEMA, 1, "a"));
    table
        .updateSchema()
        .addColumn("n", Types.IntegerType.get(), Expressions.lit(7))
        .addColumn(
            "d", Types.DateType.get(), Expressions.lit("2024-02-29").to(Types.DateType.get()))
        .addColumn("s", Types.StringType.get(), Expressions.lit("it's"))
        .commit();
    Rows.append(table, Rows.row(table.schema(), 2, "b", null, null, null));

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), "id, n, CAST(d AS VARCHAR), s");

    // Then
    assertThat(result.rows())
        .containsExactlyInAnyOrder(
            List.of(1, 7, "2024-02-29", "it's"), java.util.Arrays.asList(2, null, null, null));
  }

  @Test
  void positionDeletesHideTheirRows() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    DataFile file =
        Rows.append(
            table, Rows.row(SCHEMA, 1, "a"), Rows.row(SCHEMA, 2, "b"), Rows.row(SCHEMA, 3, "c"));
    Rows.append(table, Rows.row(SCHEMA, 4, "d"));
    Rows.deletePositions(table, file, 0, 2);

    // When / Then
    assertThat(ids(table)).containsExactlyInAnyOrder(2, 4);
  }

  @Test
  void deletionVectorsHideTheirRows() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 3);
    DataFile first = Rows.append(table, Rows.row(SCHEMA, 1, "a"), Rows.row(SCHEMA, 2, "b"));
    DataFile second = Rows.append(table, Rows.row(SCHEMA, 3, "c"), Rows.row(SCHEMA, 4, "d"));
    Rows.deleteByVector(table, first, 1);
    Rows.deleteByVector(table, second, 0);

    // When / Then
    assertThat(ids(table)).containsExactlyInAnyOrder(1, 4);
  }

  @Test
  void equalityDeletesHideEarlierRowsOnlyAndNullEqualsNull() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(
        table, Rows.row(SCHEMA, 1, "a"), Rows.row(SCHEMA, 2, null), Rows.row(SCHEMA, 3, "c"));
    Schema key = table.schema().select("name");
    Rows.deleteEqual(table, null, key, Rows.row(key, "a"), Rows.row(key, (Object) null));
    Rows.append(table, Rows.row(SCHEMA, 4, "a"));

    // When / Then
    assertThat(ids(table)).containsExactlyInAnyOrder(3, 4);
  }

  @Test
  void anEqualityDeleteStillWorksAfterItsColumnIsRenamedAndWidened() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1, "a"), Rows.row(SCHEMA, 2, "b"));
    Schema byId = table.schema().select("id");
    Rows.deleteEqual(table, null, byId, Rows.row(byId, 1));
    table
        .updateSchema()
        .updateColumn("id", Types.LongType.get())
        .renameColumn("id", "key")
        .commit();

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), "key");

    // Then
    assertThat(result.rows()).containsExactly(List.of(2L));
  }

  @Test
  void equalityDeletesOfOnePartitionLeaveTheOthersAlone() {
    // Given
    PartitionSpec spec = PartitionSpec.builderFor(SCHEMA).identity("name").build();
    Table table = lake.create(NAME, SCHEMA, spec, 2);
    appendPartitioned(table, Rows.row(SCHEMA, 1, "x"));
    appendPartitioned(table, Rows.row(SCHEMA, 1, "y"));
    Schema byId = table.schema().select("id");
    Rows.deleteEqual(table, partition(table, Rows.row(SCHEMA, 0, "x")), byId, Rows.row(byId, 1));

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), "name");

    // Then
    assertThat(result.rows()).containsExactly(List.of("y"));
  }

  @Test
  void hostilePartitionValuesAreReadAsTheyAre() {
    // Given
    PartitionSpec spec = PartitionSpec.builderFor(SCHEMA).identity("name").build();
    Table table = lake.create(NAME, SCHEMA, spec, 2);
    List<String> hostile =
        List.of("a=b/c", "100%", "*[x]?", "it's", "ü ", "", "x'; DROP TABLE t; --");
    for (int i = 0; i < hostile.size(); i++) {
      appendPartitioned(table, Rows.row(SCHEMA, i, hostile.get(i)));
    }
    appendPartitioned(table, Rows.row(SCHEMA, 99, null));

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), "name");

    // Then
    assertThat(result.rows()).hasSize(hostile.size() + 1);
    assertThat(result.rows().stream().map(row -> row.get(0))).containsAll(hostile).containsNull();
  }

  @Test
  void nestedFieldsAreFoundByIdThroughRenameAddAndWidening() {
    // Given
    Types.StructType inner =
        Types.StructType.of(
            Types.NestedField.optional(4, "city", Types.StringType.get()),
            Types.NestedField.optional(5, "zip", Types.IntegerType.get()));
    Types.StructType item =
        Types.StructType.of(Types.NestedField.optional(8, "n", Types.IntegerType.get()));
    Schema nested =
        new Schema(
            Types.NestedField.required(1, "id", Types.IntegerType.get()),
            Types.NestedField.optional(2, "address", inner),
            Types.NestedField.optional(3, "items", Types.ListType.ofOptional(6, item)),
            Types.NestedField.optional(
                7,
                "tags",
                Types.MapType.ofOptional(9, 10, Types.StringType.get(), Types.IntegerType.get())));
    Table table = lake.create(NAME, nested, 2);
    Schema old = table.schema();
    Types.StructType oldInner = old.findType("address").asStructType();
    Types.StructType oldItem = old.findType("items").asListType().elementType().asStructType();
    Rows.append(
        table,
        Rows.row(
            old,
            1,
            Rows.struct(oldInner, "Bonn", 53111),
            List.of(Rows.struct(oldItem, 1), Rows.struct(oldItem, 2)),
            java.util.Map.of("k", 5)),
        Rows.row(old, 2, null, null, null));
    table
        .updateSchema()
        .renameColumn("address.city", "to\"wn")
        .updateColumn("address.zip", Types.LongType.get())
        .addColumn("address", "country", Types.StringType.get())
        .renameColumn("items.n", "count")
        .updateColumn("tags.value", Types.LongType.get())
        .commit();

    // When
    QueryResult result =
        select(
            PinnedTable.current(NAME, table),
            "id, address.\"to\"\"wn\", address.zip, address.country, items[2].count, tags['k'],"
                + " typeof(address.zip), address IS NULL, items IS NULL, tags IS NULL");

    // Then
    assertThat(result.rows())
        .containsExactlyInAnyOrder(
            java.util.Arrays.asList(1, "Bonn", 53111L, null, 2, 5L, "BIGINT", false, false, false),
            java.util.Arrays.asList(2, null, null, null, null, null, "BIGINT", true, true, true));
  }

  @Test
  void columnNamesOfAnyKindAreQuoted() {
    // Given
    Schema hostile =
        new Schema(
            Types.NestedField.optional(1, "select", Types.IntegerType.get()),
            Types.NestedField.optional(2, "a.b", Types.IntegerType.get()),
            Types.NestedField.optional(3, "\"; DROP TABLE x; --", Types.IntegerType.get()),
            Types.NestedField.optional(4, "größe in €", Types.IntegerType.get()),
            Types.NestedField.optional(5, "filename", Types.IntegerType.get()));
    Table table = lake.create(NAME, hostile, 2);
    Rows.append(table, Rows.row(hostile, 1, 2, 3, 4, 5));
    String columns =
        hostile.columns().stream()
            .map(field -> ColumnPath.of(field.name()).render(Dialect.DUCKDB))
            .collect(java.util.stream.Collectors.joining(", "));

    // When
    QueryResult result = select(PinnedTable.current(NAME, table), columns);

    // Then
    assertThat(result.rows()).containsExactly(List.of(1, 2, 3, 4, 5));
  }

  @Test
  void twoSnapshotsOfOneTableStandSideBySide() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1, "a"));
    PinnedTable before = PinnedTable.current(NAME, table);
    Rows.append(table, Rows.row(SCHEMA, 2, "b"));

    // When
    try (SqlSession session = engine.open()) {
      String old = session.register(before);
      String now = session.register(PinnedTable.current(NAME, table));

      // Then
      assertThat(old).isNotEqualTo(now);
      assertThat(session.query("SELECT id FROM " + now + " EXCEPT SELECT id FROM " + old).number())
          .isEqualTo(2);
    }
  }

  @Test
  void filesWithoutFieldIdsAreReadByTheTablesNameMapping() {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    addForeignFile(table, table.spec(), null, "SELECT 'x' AS title, 7 AS id");

    // When / Then
    assertThatThrownBy(() -> select(PinnedTable.current(NAME, table), "*"))
        .hasMessageContaining("has no field ids")
        .hasMessageContaining("schema.name-mapping.default");
    table
        .updateProperties()
        .set(
            "schema.name-mapping.default",
            "[{\"field-id\":1,\"names\":[\"id\"]},{\"field-id\":2,\"names\":[\"name\",\"title\"]}]")
        .commit();
    assertThat(select(PinnedTable.current(NAME, table), "id, name").rows())
        .containsExactly(List.of(7, "x"));
  }

  @Test
  void aPartitionColumnThatFilesLackComesFromTheMetadata() {
    // Given
    PartitionSpec spec = PartitionSpec.builderFor(SCHEMA).identity("name").build();
    Table table = lake.create(NAME, SCHEMA, spec, 2);
    table
        .updateProperties()
        .set("schema.name-mapping.default", "[{\"field-id\":1,\"names\":[\"id\"]}]")
        .commit();
    addForeignFile(table, spec, partition(table, Rows.row(SCHEMA, 0, "it's")), "SELECT 1 AS id");
    addForeignFile(table, spec, partition(table, Rows.row(SCHEMA, 0, null)), "SELECT 2 AS id");

    // When / Then
    assertThat(select(PinnedTable.current(NAME, table), "id, name").rows())
        .containsExactlyInAnyOrder(List.of(1, "it's"), java.util.Arrays.asList(2, null));
  }

  @Test
  void aClosedSessionLeavesNoFileOpenAndNoSpillBehind() throws java.io.IOException {
    // Given
    Table table = lake.create(NAME, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1, "a"));
    Path spill = warehouse.resolve("spill");
    EmbeddedEngine own = new EmbeddedEngine(new EngineSettings(64, 1, spill));

    // When
    try (SqlSession session = own.open()) {
      session.query("SELECT * FROM " + session.register(PinnedTable.current(NAME, table)));
    }

    // Then
    assertThat(spill).isEmptyDirectory();
    assertThat(openFiles()).noneMatch(file -> file.startsWith(warehouse.toString()));
  }

  @Test
  void aSortThatDoesNotFitIntoMemorySpills() {
    // Given
    EmbeddedEngine small = new EmbeddedEngine(new EngineSettings(64, 1, warehouse));

    // When
    try (SqlSession session = small.open()) {
      QueryResult result =
          session.query(
              "SELECT count(*), max(t) FROM (SELECT md5(i::VARCHAR) AS t FROM range(3000000) r(i)"
                  + " ORDER BY t LIMIT 2900000)");

      // Then
      assertThat(result.number()).isEqualTo(2_900_000);
    }
  }

  @Test
  void columnsThatDifferByCaseOnlyAreRefusedByName() {
    // Given
    Schema schema =
        new Schema(
            Types.NestedField.optional(1, "a", Types.IntegerType.get()),
            Types.NestedField.optional(2, "A", Types.IntegerType.get()));
    Table table = lake.create(NAME, schema, 2);

    // When / Then
    assertThatThrownBy(() -> select(PinnedTable.current(NAME, table), "*"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("Column A of lake.sales")
        .hasMessageContaining("by case only");
  }

  @Test
  void aQueryThatFailsSaysWhyAndShowsItsSql() {
    try (SqlSession session = engine.open()) {
      assertThatThrownBy(() -> session.query("SELECT nothing FROM nowhere"))
          .isInstanceOf(QueryException.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("SELECT nothing");
    }
  }

  @Test
  void theEngineDownloadsNoExtension() {
    try (SqlSession session = engine.open()) {
      assertThat(
              session
                  .query(
                      "SELECT current_setting('autoinstall_known_extensions') OR"
                          + " current_setting('autoload_known_extensions')")
                  .value())
          .contains(false);
    }
  }

  private List<Integer> ids(Table table) {
    return select(PinnedTable.current(NAME, table), "id").rows().stream()
        .map(row -> (Integer) row.get(0))
        .toList();
  }

  private QueryResult select(PinnedTable table, String columns) {
    try (SqlSession session = engine.open()) {
      return session.query("SELECT " + columns + " FROM " + session.register(table));
    }
  }

  private static void addForeignFile(
      Table table, PartitionSpec spec, PartitionKey partition, String select) {
    String location =
        table.locationProvider().newDataLocation(java.util.UUID.randomUUID() + ".parquet");
    java.io.File file = io.stillwater.lakehouse.iceberg.LocalPaths.of(location).toFile();
    file.getParentFile().mkdirs();
    try (DuckDb duck = DuckDb.open(EngineSettings.defaults())) {
      duck.execute("COPY (%s) TO %s".formatted(select, DuckDb.text(file.getPath())));
    }
    var builder =
        org.apache.iceberg.DataFiles.builder(spec)
            .withPath(location)
            .withFormat("parquet")
            .withFileSizeInBytes(file.length())
            .withRecordCount(1);
    if (partition != null) {
      builder.withPartition(partition);
    }
    table.newAppend().appendFile(builder.build()).commit();
  }

  private static List<String> openFiles() throws java.io.IOException {
    try (var links = java.nio.file.Files.list(Path.of("/proc/self/fd"))) {
      return links.map(EmbeddedEngineTest::target).toList();
    }
  }

  private static String target(Path link) {
    try {
      return java.nio.file.Files.readSymbolicLink(link).toString();
    } catch (java.io.IOException e) {
      return "closed meanwhile";
    }
  }

  private static void appendPartitioned(Table table, Record row) {
    Rows.append(table, partition(table, row), List.of(row));
  }

  private static PartitionKey partition(Table table, Record row) {
    PartitionKey key = new PartitionKey(table.spec(), table.schema());
    key.partition(row);
    return key;
  }
}
