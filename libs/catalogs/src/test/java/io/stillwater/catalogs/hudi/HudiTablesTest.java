package io.stillwater.catalogs.hudi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.catalogs.fixture.Copies;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On tables that Hudi 0.15 and 1.0 wrote; {@code src/test/hudi/README.md} says how. */
class HudiTablesTest {
  private static final Path TABLES = Path.of("src", "test", "hudi");

  @TempDir Path folder;
  private final Map<String, Object> properties = new HashMap<>();
  private Catalogs catalogs;

  @AfterEach
  void closeCatalog() {
    if (catalogs != null) {
      catalogs.close();
    }
  }

  @Test
  void aCopyOnWriteTableOfHudiZeroIsReadFromItsJsonTimeline() {
    // When
    TableState state = describe(TABLES.resolve("cow-0.15"));

    // Then
    assertThat(state.format()).isEqualTo(TableFormat.HUDI);
    assertThat(state.formatVersion()).isEqualTo(6);
    assertThat(state.columns())
        .containsExactly(
            Column.required(null, "id", Primitive.STRING),
            Column.required(null, "ts", Primitive.BIGINT),
            Column.required(null, "region", Primitive.STRING),
            new Column(null, "price", Primitive.FLOAT, true, "net", null),
            Column.of(null, "at", Primitive.TIMESTAMPTZ),
            Column.of(null, "amount", new LakeType.Decimal(10, 2)),
            Column.of(null, "tags", new LakeType.Array(Primitive.STRING)),
            Column.of(null, "note", Primitive.STRING));
    assertThat(state.identifierColumns()).containsExactly("id");
    assertThat(state.partitionSpecs().get(0).fields()).containsExactly("region");
    assertThat(state.properties())
        .containsEntry("hoodie.table.type", "COPY_ON_WRITE")
        .containsEntry("hoodie.table.recordkey.fields", "id")
        .containsEntry("hoodie.table.precombine.field", "ts")
        .containsEntry("hoodie.table.partition.fields", "region")
        .doesNotContainKey("hoodie.schema.on.read.enable");
    assertThat(Copies.throughADocument(state)).isEqualTo(state);
  }

  @Test
  void onlyTheNewestFileOfAGroupCounts() {
    // When
    TableState state = describe(TABLES.resolve("cow-0.15"));

    // Then
    assertThat(state.files()).isEqualTo(2);
    assertThat(state.bytes()).isEqualTo(2 * 4474L);
    assertThat(state.records()).isEqualTo(4);
  }

  @Test
  void logsOfAMergeOnReadTableCountAndHideTheNumberOfRows() {
    // When
    TableState state = describe(TABLES.resolve("mor-0.15"));

    // Then
    assertThat(state.properties()).containsEntry("hoodie.table.type", "MERGE_ON_READ");
    assertThat(state.files()).isEqualTo(4);
    assertThat(state.bytes()).isEqualTo(4286 + 4284 + 2 * 1303L);
    assertThat(state.records()).isNull();
  }

  @Test
  void aMergeOnReadTableOfHudiOneIsReadFromItsAvroTimeline() {
    // When
    TableState state = describe(TABLES.resolve("mor-1.0"));

    // Then
    assertThat(state.formatVersion()).isEqualTo(8);
    assertThat(state.columns()).extracting(Column::name).contains("note").hasSize(8);
    assertThat(state.column("region").orElseThrow().type()).isEqualTo(Primitive.STRING);
    assertThat(state.files()).isEqualTo(4);
    assertThat(state.snapshotId()).isEqualTo(20261126192446319L);
  }

  @Test
  void schemaOnReadShowsInTheCommitsAndGivesFieldIds() {
    // When
    TableState state = describe(TABLES.resolve("evolved-1.0"));

    // Then
    assertThat(state.properties()).containsEntry("hoodie.schema.on.read.enable", "true");
    assertThat(state.columns()).extracting(Column::name).contains("cost").doesNotContain("price");
    assertThat(state.columns()).extracting(Column::id).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(Copies.throughADocument(state)).isEqualTo(state);
  }

  @Test
  void aTableWithoutACommitHasTheSchemaItWasCreatedWith() throws IOException {
    // Given
    Path table = copy("evolved-1.0");
    delete(table.resolve(".hoodie/timeline"));

    // When
    TableState state = describe(table);

    // Then
    assertThat(state.columns()).extracting(Column::name).contains("price").doesNotContain("note");
    assertThat(state.snapshotId()).isNull();
  }

  @Test
  void aFileOfACommitThatIsNotCompletedDoesNotCount() throws IOException {
    // Given
    Path table = copy("cow-0.15");
    Path partition = table.resolve("region=eu");
    try (Stream<Path> files = Files.list(partition)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        String later = file.getFileName().toString().replace("_20261126", "_20991126");
        Files.writeString(partition.resolve(later), "half a file");
      }
    }

    // When
    TableState state = describe(table);

    // Then
    assertThat(state.bytes()).isEqualTo(2 * 4474L);
  }

  @Test
  void aTableWhoseCommitsHoldNoSchemaIsAnErrorThatSaysWhatToDo() throws IOException {
    // Given
    Path table = copy("cow-0.15");
    try (Stream<Path> files = Files.list(table.resolve(".hoodie"))) {
      for (Path commit : files.filter(path -> path.toString().endsWith(".commit")).toList()) {
        Files.delete(commit);
      }
    }

    // When, Then
    assertThatThrownBy(() -> describe(table)).hasMessageContaining("commit to the table once");
  }

  private TableState describe(Path table) {
    TableName name = TableName.of("lake", "sales", "orders");
    properties.put("table.sales.orders", table.toAbsolutePath().toString());
    catalogs = Catalogs.written(Map.of("lake", Map.of("type", "hudi", "properties", properties)));
    return catalogs.of(name).describe(name).orElseThrow();
  }

  private Path copy(String table) throws IOException {
    Path from = TABLES.resolve(table);
    Path to = folder.resolve(table);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
