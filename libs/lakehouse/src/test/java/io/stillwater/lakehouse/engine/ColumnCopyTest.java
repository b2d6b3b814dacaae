package io.stillwater.lakehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.iceberg.StepStamp;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnCopyTest {
  private static final TableName NAME = TableName.of("lake", "crm", "us'ers [1]*?");
  private static final StepStamp STAMP = new StepStamp("d-0123456789ab", "s4");
  private static final CopyRequest COPY =
      new CopyRequest(ColumnPath.of("fname"), ColumnPath.of("first_name"), OnInvalid.FAIL, false);
  private static final CopyRequest BOTH_WAYS =
      new CopyRequest(ColumnPath.of("fname"), ColumnPath.of("first_name"), OnInvalid.FAIL, true);
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.IntegerType.get()),
          Types.NestedField.optional(2, "fname", Types.StringType.get()));

  @TempDir Path warehouse;
  private TestLake lake;
  private final ColumnCopy copy = new ColumnCopy(EngineSettings.defaults());

  @BeforeEach
  void openLake() {
    lake = TestLake.create(warehouse);
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void aBackfillFillsTheNewColumnInOneStampedReplaceCommit() {
    // Given
    Table table = withNewColumn(2, Rows::append);
    int snapshots = count(table.snapshots());

    // When
    CopyOutcome outcome = copy.backfill(table, STAMP, COPY);

    // Then
    table.refresh();
    Snapshot snapshot = table.currentSnapshot();
    assertThat(outcome.committed()).isTrue();
    assertThat(outcome.copied()).isEqualTo(2);
    assertThat(outcome.syncedSnapshotId()).isEqualTo(snapshot.snapshotId());
    assertThat(count(table.snapshots())).isEqualTo(snapshots + 1);
    assertThat(snapshot.operation()).isEqualTo(DataOperations.REPLACE);
    assertThat(snapshot.summary())
        .containsEntry("stillwater.step-id", "s4")
        .containsEntry("stillwater.deployment-id", "d-0123456789ab");
    assertThat(names(table)).containsExactlyInAnyOrder("1 a a", "2 b b", "3 null null");
  }

  @Test
  void aBackfillThatIsThereIsNotDoneAgain() {
    // Given
    Table table = withNewColumn(2, Rows::append);
    CopyOutcome first = copy.backfill(table, STAMP, COPY);

    // When
    CopyOutcome second = copy.backfill(table, STAMP, COPY);

    // Then
    assertThat(second.committed()).isFalse();
    assertThat(second.syncedSnapshotId()).isEqualTo(first.syncedSnapshotId());
  }

  @Test
  void rowsThatWereDeletedDoNotComeBack() {
    // Given
    Table table =
        withNewColumn(
            2,
            (t, rows) -> {
              DataFile file = Rows.append(t, rows);
              Rows.deletePositions(t, file, 1);
              Schema byName = t.schema().select("fname");
              Rows.deleteEqual(t, null, byName, Rows.row(byName, (Object) null));
            });

    // When
    CopyOutcome outcome = copy.backfill(table, STAMP, COPY);

    // Then
    assertThat(outcome.copied()).isEqualTo(1);
    assertThat(names(table)).containsExactly("1 a a");
    assertThat(table.currentSnapshot().summary()).containsEntry("total-delete-files", "0");
  }

  @Test
  void deletionVectorsAreAppliedAndRowLineageIsKept() {
    // Given
    Table table = withNewColumn(3, (t, rows) -> Rows.deleteByVector(t, Rows.append(t, rows), 0));
    List<String> before = lineage(table, false);

    // When
    copy.backfill(table, STAMP, COPY);

    // Then
    table.refresh();
    long sequence = table.currentSnapshot().sequenceNumber();
    assertThat(names(table)).containsExactlyInAnyOrder("2 b b", "3 null null");
    assertThat(lineage(table, false)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(lineage(table, true)).containsExactlyInAnyOrder("2 1 " + sequence, "3 2 1");
    assertThat(table.currentSnapshot().summary()).containsEntry("total-delete-files", "0");
  }

  @Test
  void rowLineageSurvivesASecondRewrite() {
    // Given
    Table table = withNewColumn(3, Rows::append);
    copy.backfill(table, STAMP, COPY);
    table.refresh();
    table.updateSchema().addColumn("third", Types.StringType.get()).commit();
    List<String> before = lineage(table, false);
    CopyRequest third =
        new CopyRequest(ColumnPath.of("fname"), ColumnPath.of("third"), OnInvalid.FAIL, false);

    // When
    copy.backfill(table, new StepStamp("d-0123456789ab", "s5"), third);

    // Then
    table.refresh();
    assertThat(lineage(table, false)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(lineage(table, true)).contains("3 2 1");
  }

  @Test
  void syncLooksAtNewFilesOnlyAndCommitsNothingWhenAllIsInStep() {
    // Given
    Table table = withNewColumn(2, Rows::append);
    CopyOutcome backfill = copy.backfill(table, STAMP, COPY);
    int snapshots = count(table.snapshots());

    // When
    CopyOutcome idle = copy.sync(table, STAMP, BOTH_WAYS, backfill.syncedSnapshotId());
    Rows.append(table, Rows.row(table.schema(), 4, "d", null));
    CopyOutcome busy = copy.sync(table, STAMP, BOTH_WAYS, idle.syncedSnapshotId());

    // Then
    assertThat(idle.committed()).isFalse();
    assertThat(busy.committed()).isTrue();
    assertThat(busy.filesRewritten()).isEqualTo(1);
    assertThat(count(table.snapshots())).isEqualTo(snapshots + 2);
    assertThat(names(table)).contains("4 d d");
  }

  @Test
  void syncCopiesBackWhatWritersOfTheNewNameWroteAndCountsConflicts() {
    // Given
    Table table = withNewColumn(2, Rows::append);
    CopyOutcome backfill = copy.backfill(table, STAMP, COPY);
    Schema schema = table.schema();
    Rows.append(
        table,
        Rows.row(schema, 4, null, "new"),
        Rows.row(schema, 5, "old", null),
        Rows.row(schema, 6, "this", "that"),
        Rows.row(schema, 7, "same", "same"));

    // When
    CopyOutcome outcome = copy.sync(table, STAMP, BOTH_WAYS, backfill.syncedSnapshotId());

    // Then
    assertThat(outcome.copied()).isEqualTo(1);
    assertThat(outcome.copiedBack()).isEqualTo(1);
    assertThat(outcome.conflicts()).isEqualTo(1);
    assertThat(names(table)).contains("4 new new", "5 old old", "6 this that", "7 same same");
  }

  @Test
  void valuesThatDoNotFitStopACopyBeforeAnyEffect() {
    // Given
    Table table = narrowing();
    CopyRequest request = narrow(OnInvalid.FAIL);
    long before = table.currentSnapshot().snapshotId();

    // When / Then
    assertThatThrownBy(() -> copy.backfill(table, STAMP, request))
        .isInstanceOf(ValueDoesNotFitException.class)
        .hasMessageContaining("1 rows of lake.crm")
        .hasMessageContaining("3000000000");
    table.refresh();
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(before);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void valuesThatDoNotFitBecomeNullWhereTheReleaseSaysSo() {
    // Given
    Table table = narrowing();

    // When
    CopyOutcome outcome = copy.backfill(table, STAMP, narrow(OnInvalid.SET_NULL));

    // Then
    assertThat(outcome.copied()).isEqualTo(1);
    assertThat(outcome.invalid()).isEqualTo(1);
    assertThat(Rows.read(table))
        .extracting(row -> row.getField("small"))
        .containsExactlyInAnyOrder(7, null);
  }

  private Table narrowing() {
    Schema schema = new Schema(Types.NestedField.optional(1, "big", Types.LongType.get()));
    Table table = lake.create(NAME, schema, 2);
    Rows.append(table, Rows.row(schema, 7L), Rows.row(schema, 3_000_000_000L));
    table.updateSchema().addColumn("small", Types.IntegerType.get()).commit();
    return table;
  }

  private static CopyRequest narrow(OnInvalid onInvalid) {
    return new CopyRequest(ColumnPath.of("big"), ColumnPath.of("small"), onInvalid, false);
  }

  @FunctionalInterface
  private interface Writer {
    void write(Table table, Record... rows);
  }

  private Table withNewColumn(int formatVersion, Writer writer) {
    Table table = lake.create(NAME, SCHEMA, formatVersion);
    writer.write(
        table, Rows.row(SCHEMA, 1, "a"), Rows.row(SCHEMA, 2, "b"), Rows.row(SCHEMA, 3, null));
    table.updateSchema().addColumn("first_name", Types.StringType.get()).commit();
    return table;
  }

  private static List<String> names(Table table) {
    return Rows.read(table).stream()
        .map(
            row ->
                row.getField("id") + " " + row.getField("fname") + " " + row.getField("first_name"))
        .toList();
  }

  private static List<String> lineage(Table table, boolean withSequence) {
    Schema projection =
        new Schema(
            table.schema().findField("id"),
            org.apache.iceberg.MetadataColumns.ROW_ID,
            org.apache.iceberg.MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER);
    return Rows.read(table, projection).stream()
        .map(row -> row.get(0) + " " + row.get(1) + (withSequence ? " " + row.get(2) : ""))
        .toList();
  }

  private List<Path> leftovers() {
    try (var files = java.nio.file.Files.walk(warehouse)) {
      return files
          .filter(path -> path.toString().contains("/stillwater/"))
          .filter(java.nio.file.Files::isRegularFile)
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int count(Iterable<?> items) {
    int count = 0;
    for (Object ignored : items) {
      count++;
    }
    return count;
  }
}
