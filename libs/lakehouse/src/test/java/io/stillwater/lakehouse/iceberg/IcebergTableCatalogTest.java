package io.stillwater.lakehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.lakehouse.type.LakeType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.types.Types;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcebergTableCatalogTest {
  private static final TableName ORDERS = TableName.of("lake", "sales", "orders");
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Types.NestedField.required(1, "id", Types.LongType.get()),
              Types.NestedField.optional(2, "ts", Types.TimestampType.withZone(), "when"),
              Types.NestedField.optional(3, "odd.name", Types.StringType.get())),
          Set.of(1));

  @TempDir Path warehouse;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = TestLake.create(warehouse);
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void aTableIsDescribedAsTheContractSpellsIt() {
    // Given
    PartitionSpec spec =
        PartitionSpec.builderFor(SCHEMA).day("ts").bucket("id", 16).identity("odd.name").build();
    Table table = lake.create(ORDERS, SCHEMA, spec, 2);
    table.replaceSortOrder().asc("ts").desc("id").commit();

    // When
    TableState state = lake.catalog().describe(ORDERS).orElseThrow();

    // Then
    assertThat(state.uuid()).isEqualTo(table.uuid().toString());
    assertThat(state.catalogType()).isEqualTo("JDBC");
    assertThat(state.formatVersion()).isEqualTo(2);
    assertThat(state.columns())
        .containsExactly(
            Column.required(1, "id", LakeType.Primitive.BIGINT),
            new Column(2, "ts", LakeType.Primitive.TIMESTAMPTZ, true, "when", null),
            Column.of(3, "odd.name", LakeType.Primitive.STRING));
    assertThat(state.currentSpec().orElseThrow().fields())
        .containsExactly("day(ts)", "bucket(16, id)", "\"odd.name\"");
    assertThat(state.sortOrder()).containsExactly("ts ASC", "id DESC");
    assertThat(state.identifierColumns()).containsExactly("id");
    assertThat(state.snapshotId()).isNull();
    assertThat(state.records()).isZero();
  }

  @Test
  void sizesComeFromTheCurrentSnapshot() {
    // Given
    Table table = lake.create(ORDERS, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1L, null, "a"), Rows.row(SCHEMA, 2L, null, "b"));

    // When
    TableState state = lake.catalog().describe(ORDERS).orElseThrow();

    // Then
    assertThat(state.records()).isEqualTo(2);
    assertThat(state.files()).isEqualTo(1);
    assertThat(state.bytes()).isPositive();
    assertThat(state.snapshotId()).isEqualTo(table.currentSnapshot().snapshotId());
  }

  @Test
  void aTableThatIsNotThereIsEmpty() {
    assertThat(lake.catalog().describe(ORDERS)).isEmpty();
    assertThatThrownBy(() -> lake.catalog().load(ORDERS)).isInstanceOf(NoSuchTableException.class);
  }

  @Test
  void tablesOfAllNamespacesAreListedWithHostileNames() {
    // Given
    TableName hostile = TableName.of("lake", "sales", "dr\"op tä.ble; --");
    TableName percent = TableName.of("lake", "a b", "100% [x]*?");
    lake.create(ORDERS, SCHEMA, 2);
    lake.create(hostile, SCHEMA, 2);
    lake.create(percent, SCHEMA, 2);

    // When
    List<TableName> tables = lake.catalog().list();

    // Then
    assertThat(tables).containsExactlyInAnyOrder(ORDERS, hostile, percent);
    assertThat(TableName.parse(hostile.toString())).isEqualTo(hostile);
    assertThat(lake.catalog().describe(hostile)).isPresent();
  }

  @Test
  void anotherCatalogsTableIsRefusedByName() {
    assertThatThrownBy(() -> lake.catalog().load(TableName.of("other", "sales", "orders")))
        .hasMessageContaining("other.sales.orders is not of catalog lake");
  }

  @Test
  void connectionsThatTheDatabaseEndedAreMadeAnew() {
    // Given
    lake.create(ORDERS, SCHEMA, 2);
    String database = lake.settings().uri().replaceAll(".*/", "");
    lake.catalog().describe(ORDERS);

    // When
    long ended =
        ask(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '"
                + database
                + "'");

    // Then
    assertThat(ended).isPositive();
    assertThat(lake.catalog().describe(ORDERS)).isPresent();
    assertThat(lake.catalog().list()).containsExactly(ORDERS);
  }

  @Test
  void closingLeavesNoConnectionBehind() {
    // Given
    String database = lake.settings().uri().replaceAll(".*/", "");
    lake.catalog().list();
    assertThat(connections(database)).isPositive();

    // When
    lake.close();

    // Then
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(connections(database)).isZero());
  }

  private long connections(String database) {
    return ask("SELECT count(*) FROM pg_stat_activity WHERE datname = '" + database + "'");
  }

  private long ask(String sql) {
    String server = lake.settings().uri().replaceAll("/[^/]*$", "/postgres");
    try (Connection connection =
            DriverManager.getConnection(
                server, lake.settings().user(), lake.settings().password());
        ResultSet result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
