package io.stillwater.lakehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Interrupted;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.iceberg.StepStamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits of others that come between the copy's plan and its commit. */
class ConcurrentCommitsTest {
  private static final TableName NAME = TableName.of("lake", "crm", "users");
  private static final StepStamp STAMP = new StepStamp("d-0123456789ab", "s4");
  private static final CopyRequest COPY =
      new CopyRequest(ColumnPath.of("old"), ColumnPath.of("new"), OnInvalid.FAIL, false);
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.IntegerType.get()),
          Types.NestedField.optional(2, "old", Types.StringType.get()));

  @TempDir Path warehouse;
  private TestLake lake;
  private final ColumnCopy copy = new ColumnCopy(EngineSettings.defaults());
  private DataFile first;
  private DataFile second;

  @BeforeEach
  void openLake() {
    lake = TestLake.create(warehouse);
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  enum RowDelete {
    POSITION(2) {
      @Override
      void apply(Table table, DataFile file) {
        Rows.deletePositions(table, file, 0);
      }
    },
    EQUALITY(2) {
      @Override
      void apply(Table table, DataFile file) {
        Schema byId = table.schema().select("id");
        Rows.deleteEqual(table, null, byId, Rows.row(byId, 1));
      }
    },
    VECTOR(3) {
      @Override
      void apply(Table table, DataFile file) {
        Rows.deleteByVector(table, file, 0);
      }
    };

    private final int formatVersion;

    RowDelete(int formatVersion) {
      this.formatVersion = formatVersion;
    }

    abstract void apply(Table table, DataFile file);
  }

  @ParameterizedTest
  @EnumSource(RowDelete.class)
  void aRowDeletedMeanwhileStaysDeleted(RowDelete delete) {
    // Given
    Table table = create(delete.formatVersion);
    Table raced = racedOnce(table, (other, attempt) -> delete.apply(other, first));

    // When
    CopyOutcome outcome = copy.backfill(raced, STAMP, COPY);

    // Then
    assertThat(outcome.committed()).isTrue();
    assertThat(rows(table)).containsExactlyInAnyOrder("2 b b", "3 c c", "4 d d");
    assertThat(writtenFiles()).hasSize(2);
  }

  @Test
  void rowsAppendedMeanwhileSurviveAndAreLeftToTheNextSync() {
    // Given
    Table table = create(2);
    Table raced =
        racedOnce(
            table, (other, attempt) -> Rows.append(other, Rows.row(other.schema(), 9, "z", null)));

    // When
    CopyOutcome outcome = copy.backfill(raced, STAMP, COPY);
    CopyOutcome sync = copy.sync(table, STAMP, COPY, outcome.syncedSnapshotId());

    // Then
    assertThat(outcome.filesRewritten()).isEqualTo(2);
    assertThat(sync.copied()).isEqualTo(1);
    assertThat(rows(table)).containsExactlyInAnyOrder("1 a a", "2 b b", "3 c c", "4 d d", "9 z z");
  }

  @Test
  void aFileCompactedAwayMeanwhileIsReplacedByItsSuccessor() {
    // Given
    Table table = create(2);
    Table raced =
        racedOnce(
            table,
            (other, attempt) -> {
              DataFile merged = Rows.write(other, null, Rows.read(other));
              other.newRewrite().deleteFile(first).deleteFile(second).addFile(merged).commit();
            });

    // When
    CopyOutcome outcome = copy.backfill(raced, STAMP, COPY);

    // Then
    assertThat(outcome.copied()).isEqualTo(4);
    assertThat(rows(table)).containsExactlyInAnyOrder("1 a a", "2 b b", "3 c c", "4 d d");
    assertThat(writtenFiles()).hasSize(1);
  }

  @Test
  void aColumnAddedMeanwhileIsKept() {
    // Given
    Table table = create(2);
    Table raced =
        racedOnce(
            table,
            (other, attempt) ->
                other.updateSchema().addColumn("foreign", Types.LongType.get()).commit());

    // When
    copy.backfill(raced, STAMP, COPY);

    // Then
    table.refresh();
    assertThat(table.schema().findField("foreign")).isNotNull();
    assertThat(rows(table)).contains("1 a a");
  }

  @Test
  void endlessConflictsEndInAnErrorThatLeavesNoFiles() {
    // Given
    Table table = create(2);
    Table raced =
        Interrupted.beforeCommit(
            table,
            attempt -> {
              Table other = lake.catalog().load(NAME);
              Schema byOld = other.schema().select("old");
              Rows.deleteEqual(other, null, byOld, Rows.row(byOld, "a" + attempt));
            });

    // When / Then
    assertThatThrownBy(() -> copy.backfill(raced, STAMP, COPY))
        .hasMessageContaining("found new delete");
    assertThat(writtenFiles()).isEmpty();
    assertThat(rows(table)).contains("1 a null");
  }

  @Test
  void whatAKilledAttemptLeftIsRemovedByTheOneThatSucceeds() throws IOException {
    // Given
    Table table = create(2);
    Path folder =
        Path.of(java.net.URI.create(table.location())).resolve("data/stillwater/d-0123456789ab/s4");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("1b-0.parquet"), "half a file");

    // When
    copy.backfill(table, STAMP, COPY);

    // Then
    assertThat(writtenFiles()).hasSize(2).noneMatch(file -> file.endsWith("1b-0.parquet"));
    assertThat(rows(table)).contains("1 a a");
  }

  @Test
  void anAttemptThatWasThoughtDeadCannotCommitAgain() {
    // Given
    Table table = create(2);
    Table late = racedOnce(table, (other, attempt) -> copy.backfill(other, STAMP, COPY));

    // When
    CopyOutcome outcome = copy.backfill(late, STAMP, COPY);

    // Then
    assertThat(outcome.committed()).isFalse();
    assertThat(rows(table)).containsExactlyInAnyOrder("1 a a", "2 b b", "3 c c", "4 d d");
    assertThat(writtenFiles()).hasSize(2);
  }

  private Table create(int formatVersion) {
    Table table = lake.create(NAME, SCHEMA, formatVersion);
    first = Rows.append(table, Rows.row(SCHEMA, 1, "a"), Rows.row(SCHEMA, 2, "b"));
    second = Rows.append(table, Rows.row(SCHEMA, 3, "c"), Rows.row(SCHEMA, 4, "d"));
    table.updateSchema().addColumn("new", Types.StringType.get()).commit();
    return table;
  }

  /** The other client loads the table itself, as a stranger does. */
  private Table racedOnce(Table table, BiConsumer<Table, Integer> other) {
    return Interrupted.beforeCommit(
        table,
        attempt -> {
          if (attempt == 1) {
            other.accept(lake.catalog().load(NAME), attempt);
          }
        });
  }

  private static List<String> rows(Table table) {
    return Rows.read(table).stream()
        .map(row -> row.getField("id") + " " + row.getField("old") + " " + row.getField("new"))
        .toList();
  }

  private Set<String> writtenFiles() {
    try (var files = Files.walk(warehouse)) {
      return files
          .map(Path::toString)
          .filter(path -> path.contains("/stillwater/") && path.endsWith(".parquet"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
