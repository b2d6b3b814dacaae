package io.stillwater.planning.formats.hive;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.TruthRow;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class HivePlanTest {

  @Test
  void aColumnOfAPartitionedTableIsAddedWithCascadeAndThereforeByHiveAlone() {
    // When
    Step add =
        only(
            "PARQUET parted",
            "operation: add_column, column: new, type: timestamp",
            StepKind.ADD_COLUMN);

    // Then
    assertThat(add.statements())
        .containsOnlyKeys("hive")
        .containsEntry("hive", "ALTER TABLE `app`.`events` ADD COLUMNS (`new` timestamp) CASCADE");
    assertThat(add.nativeCall()).contains("CASCADE=true");
    assertThat(add.undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(add.undo().statements().get("hive")).contains("REPLACE COLUMNS (`small` smallint");
  }

  @Test
  void anUnpartitionedTableTakesTheStatementOfEachEngine() {
    // When
    Step add =
        only(
            "TEXTFILE",
            "operation: add_column, column: new, type: int, comment: x",
            StepKind.ADD_COLUMN);

    // Then
    assertThat(add.statements())
        .containsEntry(
            "trino",
            "ALTER TABLE \"lake\".\"app\".\"events\" ADD COLUMN \"new\" integer COMMENT 'x'")
        .containsEntry(
            "spark", "ALTER TABLE `lake`.`app`.`events` ADD COLUMNS (`new` int COMMENT 'x')")
        .containsEntry("hive", "ALTER TABLE `app`.`events` ADD COLUMNS (`new` int COMMENT 'x')");
  }

  @Test
  void aFieldIsAddedByItsColumnsWholeType() {
    // When
    Step add =
        only("PARQUET", "operation: add_column, column: s.new, type: bigint", StepKind.ADD_COLUMN);

    // Then
    assertThat(add.statements())
        .containsOnlyKeys("hive")
        .containsEntry(
            "hive",
            "ALTER TABLE `app`.`events` CHANGE COLUMN `s` `s` struct<`a`:int, `b`:string,"
                + " `new`:bigint>");
    assertThat(add.undo().kind()).isEqualTo(UndoKind.FORWARD_FIX);
  }

  @Test
  void aWideTypeGoesBackOnlyWhereTheMetastoreDoesNotCheck() {
    // When
    String change = "operation: widen_type, column: n, to: bigint";
    Step checked = only("ORC", change, StepKind.WIDEN_TYPE);
    Step lax = only("ORC lax", change, StepKind.WIDEN_TYPE);

    // Then
    assertThat(checked.undo().kind()).isEqualTo(UndoKind.FORWARD_FIX);
    assertThat(lax.undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(lax.undo().until()).isEqualTo("the next data commit");
    assertThat(lax.undo().statements())
        .containsEntry("hive", "ALTER TABLE `app`.`events` CHANGE COLUMN `n` `n` int");
  }

  @Test
  void aRenameByPositionGoesBackByItsOpposite() {
    // When
    Step rename =
        only(
            "TEXTFILE",
            "operation: rename_column, from: text, to: words, strategy: in_place",
            StepKind.RENAME_COLUMN);

    // Then
    assertThat(rename.statements())
        .containsEntry("hive", "ALTER TABLE `app`.`events` CHANGE COLUMN `text` `words` string")
        .containsEntry(
            "trino", "ALTER TABLE \"lake\".\"app\".\"events\" RENAME COLUMN \"text\" TO \"words\"");
    assertThat(rename.undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(rename.undo().statements())
        .containsEntry("hive", "ALTER TABLE `app`.`events` CHANGE COLUMN `words` `text` string");
  }

  @Test
  void nothingProtectsATableWithoutSnapshots() {
    // When
    Plan plan =
        TruthRow.plan(
            HiveTables.table("PARQUET"),
            List.of(),
            "operation: add_column, column: new, type: int");

    // Then
    assertThat(plan.phases()).noneMatch(phase -> phase.phase() == Phase.PROTECT);
  }

  @Test
  void aContractionDropsTheColumnAndSaysHowItComesBack() {
    // Given
    TableState table = HiveTables.table("PARQUET parted");
    Release release = Lakes.release("lake.app.events", "operation: drop_column, column: last");

    // When
    Plan plan =
        Lakes.planner()
            .planContraction(
                release,
                Environment.withoutFile("production"),
                TableSnapshot.of(List.of(), List.of(table)));

    // Then
    Step drop =
        plan.steps().filter(s -> s.kind() == StepKind.DROP_COLUMN).findFirst().orElseThrow();
    assertThat(drop.statements().get("hive")).contains("REPLACE COLUMNS").endsWith("CASCADE");
    assertThat(drop.undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(drop.undo().statements())
        .containsEntry("hive", "ALTER TABLE `app`.`events` ADD COLUMNS (`last` int) CASCADE");
  }

  private static Step only(String variant, String change, StepKind kind) {
    return TruthRow.plan(HiveTables.table(variant), List.of(), change)
        .steps()
        .filter(step -> step.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
