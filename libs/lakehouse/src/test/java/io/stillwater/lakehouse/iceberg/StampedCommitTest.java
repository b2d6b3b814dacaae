package io.stillwater.lakehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.fixture.Rows;
import io.stillwater.lakehouse.fixture.TestLake;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampedCommitTest {
  private static final TableName NAME = TableName.of("lake", "sales", "orders");
  private static final StepStamp STAMP = new StepStamp("d-0123456789ab", "s3");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.IntegerType.get()),
          Types.NestedField.optional(2, "price", Types.FloatType.get()));
  private static final TableEdit ADD_NOTE =
      SchemaEdits.addColumn(
          ColumnPath.of("note"), NewColumn.optional(Primitive.STRING), ColumnPosition.LAST);

  @TempDir Path warehouse;
  private TestLake lake;
  private Table table;
  private StampedCommit commits;

  @BeforeEach
  void createTable() {
    lake = TestLake.create(warehouse);
    table = lake.create(NAME, SCHEMA, 2);
    commits = new StampedCommit(lake.catalog());
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void theChangeAndItsStampAreOneMetadataCommit() {
    // When
    CommitOutcome outcome = commits.apply(NAME, STAMP, ADD_NOTE);

    // Then
    table.refresh();
    assertThat(outcome.applied()).isTrue();
    assertThat(outcome.schemaIdBefore()).isZero();
    assertThat(outcome.schemaIdAfter()).isEqualTo(1);
    assertThat(table.schema().findField("note")).isNotNull();
    assertThat(table.properties()).containsEntry("stillwater.step.s3", "d-0123456789ab");
    assertThat(IcebergTables.metadata(table).previousFiles()).hasSize(1);
  }

  @Test
  void theCatalogIsAskedAnewWhetherItShowsAStamp() {
    // Given
    commits.apply(NAME, STAMP, ADD_NOTE);

    // When
    boolean shown = commits.shows(NAME, STAMP);
    table.updateProperties().remove(STAMP.property()).commit();
    boolean shownAfterItWasRemoved = commits.shows(NAME, STAMP);

    // Then
    assertThat(shown).isTrue();
    assertThat(shownAfterItWasRemoved).isFalse();
  }

  @Test
  void aCommitThatKnowsAnOldTableLosesNothingThatCameSince() {
    // Given
    StepStamp next = new StepStamp(STAMP.deploymentId(), "s4");
    commits.apply(NAME, STAMP, ADD_NOTE);
    commits.shows(NAME, STAMP);
    table.updateSchema().addColumn("theirs", Types.LongType.get()).commit();

    // When
    commits.apply(NAME, next, TableEdits.setProperties(Map.of("owner", "it")));

    // Then
    table.refresh();
    assertThat(table.schema().findField("theirs")).isNotNull();
    assertThat(table.properties()).containsEntry("owner", "it").containsKey(next.property());
  }

  @Test
  void whatAnOldTableDoesNotAllowIsTriedOnTheTableAsItIs() {
    // Given
    StepStamp next = new StepStamp(STAMP.deploymentId(), "s4");
    table.updateSchema().addColumn("note", Types.LongType.get()).commit();
    commits.shows(NAME, STAMP);
    table.updateSchema().deleteColumn("note").commit();

    // When
    CommitOutcome added = commits.apply(NAME, STAMP, ADD_NOTE);

    // Then
    assertThat(added.applied()).isTrue();
    assertThatThrownBy(() -> commits.apply(NAME, next, ADD_NOTE))
        .isInstanceOf(TableEditException.class)
        .isNotInstanceOf(SchemaMovedException.class);
  }

  @Test
  void aTableThatWasReplacedByAnotherOfItsNameIsSeen() {
    // Given
    commits.apply(NAME, STAMP, ADD_NOTE);
    commits.shows(NAME, STAMP);
    lake.catalog().icebergCatalog().dropTable(lake.catalog().identifier(NAME));
    lake.create(NAME, SCHEMA, 2);

    // Then
    assertThatThrownBy(() -> commits.apply(NAME, STAMP, ADD_NOTE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(commits.apply(NAME, STAMP, ADD_NOTE).applied()).isTrue();
  }

  @Test
  void aStampedStepIsNotDoneAgain() {
    // Given
    commits.apply(NAME, STAMP, ADD_NOTE);

    // When
    CommitOutcome again = commits.apply(NAME, STAMP, ADD_NOTE);

    // Then
    table.refresh();
    assertThat(again.applied()).isFalse();
    assertThat(IcebergTables.metadata(table).previousFiles()).hasSize(1);
    assertThat(StampedCommit.isStamped(table, STAMP)).isTrue();
  }

  @Test
  void theSameStepIdOfAnotherDeploymentIsNoStamp() {
    // Given
    commits.apply(NAME, new StepStamp("d-ffffffffffff", "s3"), TableEdit.none());

    // When
    CommitOutcome outcome = commits.apply(NAME, STAMP, ADD_NOTE);

    // Then
    assertThat(outcome.applied()).isTrue();
  }

  @Test
  void aLostRaceWithAnAppendIsMadeAgainAndLosesNeither() {
    // When
    CommitOutcome outcome =
        commits.apply(
            NAME,
            STAMP,
            afterSomebodyElse(() -> Rows.append(table, Rows.row(SCHEMA, 1, 2f)), ADD_NOTE));

    // Then
    table.refresh();
    assertThat(outcome.applied()).isTrue();
    assertThat(outcome.snapshotId()).isEqualTo(table.currentSnapshot().snapshotId());
    assertThat(Rows.read(table)).hasSize(1);
    assertThat(table.schema().findField("note")).isNotNull();
  }

  @Test
  void anEditIsRecomputedFromAForeignSchemaSoThatBothRemain() {
    // When
    commits.apply(
        NAME,
        STAMP,
        afterSomebodyElse(
            () -> table.updateSchema().addColumn("foreign", Types.LongType.get()).commit(),
            ADD_NOTE));

    // Then
    table.refresh();
    assertThat(table.schema().columns())
        .extracting(Types.NestedField::name)
        .containsExactly("id", "price", "foreign", "note");
  }

  @Test
  void aForeignSchemaChangeThatTakesTheGroundAwayIsReported() {
    // Given
    TableEdit widen = SchemaEdits.widen(ColumnPath.of("price"), Primitive.DOUBLE);
    TableEdit raced =
        afterSomebodyElse(() -> table.updateSchema().deleteColumn("price").commit(), widen);

    // When / Then
    assertThatThrownBy(() -> commits.apply(NAME, STAMP, raced))
        .isInstanceOf(SchemaMovedException.class)
        .hasMessageContaining("lake.sales.orders was changed from 0 to 1")
        .hasMessageContaining("price");
    table.refresh();
    assertThat(StampedCommit.isStamped(table, STAMP)).isFalse();
  }

  @Test
  void aPinnedEditRefusesAnotherSchema() {
    // Given
    table.updateSchema().addColumn("foreign", Types.LongType.get()).commit();

    // When / Then
    assertThatThrownBy(() -> commits.applyPinned(NAME, STAMP, 0, ADD_NOTE))
        .isInstanceOf(SchemaMovedException.class)
        .hasMessageContaining("plan anew");
  }

  @Test
  void undoTakesTheStampWithItAndRunsOnce() {
    // Given
    commits.apply(NAME, STAMP, ADD_NOTE);
    TableEdit drop = SchemaEdits.drop(ColumnPath.of("note"));

    // When
    CommitOutcome first = commits.undo(NAME, STAMP, drop);
    CommitOutcome second = commits.undo(NAME, STAMP, drop);

    // Then
    table.refresh();
    assertThat(List.of(first.applied(), second.applied())).containsExactly(true, false);
    assertThat(table.schema().sameSchema(SCHEMA)).isTrue();
    assertThat(table.properties()).doesNotContainKey("stillwater.step.s3");
  }

  @Test
  void theClosingCommitRemovesTheDeploymentsStampsOnly() {
    // Given
    StepStamp other = new StepStamp("d-ffffffffffff", "s9");
    commits.apply(NAME, STAMP, ADD_NOTE);
    commits.apply(NAME, other, TableEdit.none());

    // When
    commits.clear(NAME, STAMP.deploymentId(), TableEdit.none());

    // Then
    table.refresh();
    assertThat(StampedCommit.isStamped(table, STAMP)).isFalse();
    assertThat(StampedCommit.isStamped(table, other)).isTrue();
  }

  @Test
  void severalEditsAndAnyPartOfTheTableFitIntoOneCommit() {
    // When
    commits.apply(
        NAME,
        STAMP,
        ADD_NOTE
            .then(TableEdits.addPartitionField("bucket(4, id)"))
            .then(TableEdits.setSortOrder(List.of("id DESC")))
            .then(TableEdits.setProperties(java.util.Map.of("owner", "team")))
            .then(TableEdits.upgradeFormat(3)));

    // Then
    var state = lake.catalog().describe(NAME).orElseThrow();
    assertThat(state.currentSpec().orElseThrow().fields()).containsExactly("bucket(4, id)");
    assertThat(state.sortOrder()).containsExactly("id DESC");
    assertThat(state.properties()).containsEntry("owner", "team");
    assertThat(state.formatVersion()).isEqualTo(3);
    assertThat(state.column("note")).isPresent();
  }

  /** Lets another commit come in between the reading of the metadata and the first attempt. */
  private static TableEdit afterSomebodyElse(Runnable somebody, TableEdit edit) {
    AtomicBoolean first = new AtomicBoolean(true);
    return current -> {
      var changed = edit.apply(current);
      if (first.getAndSet(false)) {
        somebody.run();
      }
      return changed;
    };
  }
}
