package io.stillwater.lakehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.ColumnCopy;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.lakehouse.engine.CopyRequest;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.OnInvalid;
import io.stillwater.lakehouse.fixture.RestCatalogProcess;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same tables through a REST catalog, whose server reads and writes them with Hadoop. */
class RestCatalogTest {
  private static final StepStamp STAMP = new StepStamp("d-0123456789ab", "s1");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.IntegerType.get()),
          Types.NestedField.optional(2, "price", Types.FloatType.get()));
  private static final TableEdit WIDEN =
      SchemaEdits.widen(ColumnPath.of("price"), Primitive.DOUBLE);
  private static final TableEdit NARROW =
      ExactUndo.unpromote(ColumnPath.of("price"), Primitive.FLOAT);

  @TempDir static Path folder;
  private static TestLake lake;
  private static RestCatalogProcess server;
  private static IcebergTableCatalog rest;
  private static int tables;

  private TableName name;
  private Table table;

  @BeforeAll
  static void startServer() {
    lake = TestLake.create(folder.resolve("warehouse"));
    server = RestCatalogProcess.start(lake.settings(), folder.resolve("rest.log"));
    rest = IcebergTableCatalog.open(server.settings(TestLake.CATALOG));
  }

  @AfterAll
  static void stopServer() {
    rest.close();
    server.close();
    lake.close();
  }

  @BeforeEach
  void createTable() {
    name = TableName.of("lake", "sales", "100% ord\"ers " + tables++);
    table = lake.create(name, SCHEMA, 2);
    Rows.append(table, Rows.row(SCHEMA, 1, 1.5f));
  }

  @Test
  void bothCatalogsDescribeTheSameTable() {
    // When
    var throughRest = rest.describe(name).orElseThrow();
    var throughJdbc = lake.catalog().describe(name).orElseThrow();

    // Then
    assertThat(throughRest.catalogType()).isEqualTo("REST");
    assertThat(throughRest.uuid()).isEqualTo(throughJdbc.uuid());
    assertThat(throughRest.columns()).isEqualTo(throughJdbc.columns());
    assertThat(throughRest.snapshotId()).isEqualTo(throughJdbc.snapshotId());
    assertThat(rest.list()).contains(name);
    assertThat(rest.describe(name.withName("none"))).isEmpty();
  }

  @Test
  void clientsWithAndWithoutHadoopTakeTurnsOnOneTable() {
    // When
    Rows.append(rest.load(name), Rows.row(SCHEMA, 2, 2.5f));
    rest.load(name).updateProperties().set("by", "rest").commit();
    table.refresh();
    Rows.append(table, Rows.row(SCHEMA, 3, 3.5f));
    table.updateProperties().set("by", "jdbc").commit();
    rest.load(name).updateProperties().set("again", "rest").commit();

    // Then
    assertThat(Rows.read(table)).hasSize(3);
    assertThat(table.properties()).containsEntry("by", "jdbc").containsEntry("again", "rest");
  }

  @Test
  void aStampedCommitIsDoneOnceAndSurvivesAForeignSchemaChange() {
    // Given
    AtomicBoolean first = new AtomicBoolean(true);
    TableEdit raced =
        current -> {
          var changed = WIDEN.apply(current);
          if (first.getAndSet(false)) {
            table.updateSchema().addColumn("foreign", Types.LongType.get()).commit();
          }
          return changed;
        };

    // When
    CommitOutcome once = new StampedCommit(rest).apply(name, STAMP, raced);
    CommitOutcome twice = new StampedCommit(rest).apply(name, STAMP, raced);

    // Then
    table.refresh();
    assertThat(once.applied()).isTrue();
    assertThat(twice.applied()).isFalse();
    assertThat(table.schema().findField("foreign")).isNotNull();
    assertThat(table.schema().findType("price")).isEqualTo(Types.DoubleType.get());
    assertThat(StampedCommit.isStamped(table, STAMP)).isTrue();
  }

  @Test
  void aPromotionIsNotTakenBackWhenDataComesInBetween() {
    // Given
    StampedCommit commits = new StampedCommit(rest);
    commits.apply(name, STAMP, WIDEN);
    table.refresh();
    AtomicBoolean first = new AtomicBoolean(true);
    TableEdit appendMeanwhile =
        current -> {
          if (first.getAndSet(false)) {
            Rows.append(table, Rows.row(table.schema(), 2, 0.1d));
          }
          return current;
        };

    // When / Then
    assertThatThrownBy(() -> commits.undo(name, STAMP, NARROW.then(appendMeanwhile)))
        .isInstanceOf(TableEditException.class)
        .hasMessageContaining("data has been committed");
    table.refresh();
    assertThat(table.schema().findType("price")).isEqualTo(Types.DoubleType.get());
  }

  @Test
  void aPromotionIsTakenBackWhenNothingCame() {
    // Given
    StampedCommit commits = new StampedCommit(rest);
    commits.apply(name, STAMP, WIDEN);

    // When
    CommitOutcome undone = commits.undo(name, STAMP, NARROW);

    // Then
    table.refresh();
    assertThat(undone.applied()).isTrue();
    assertThat(table.schema().sameSchema(SCHEMA)).isTrue();
    assertThat(StampedCommit.isStamped(table, STAMP)).isFalse();
  }

  @Test
  void aColumnIsCopied() {
    // Given
    Table throughRest = rest.load(name);
    throughRest.updateSchema().addColumn("cost", Types.FloatType.get()).commit();

    // When
    CopyOutcome outcome =
        new ColumnCopy(EngineSettings.defaults())
            .backfill(
                throughRest,
                new StepStamp("d-0123456789ab", "s2"),
                new CopyRequest(
                    ColumnPath.of("price"), ColumnPath.of("cost"), OnInvalid.FAIL, false));

    // Then
    assertThat(outcome.copied()).isEqualTo(1);
    assertThat(Rows.read(table).get(0).getField("cost")).isEqualTo(1.5f);
  }
}
