package io.stillwater.planning.formats.hudi;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.planning.EnginesInUse;
import io.stillwater.planning.TruthRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HudiPlanTest {

  @Test
  void theSavepointComesBeforeTheChangeThatNeedsIt() {
    // When
    Plan plan =
        TruthRow.plan(
            HudiTables.table("cow sor"), List.of(), "operation: widen_type, column: n, to: bigint");

    // Then
    assertThat(plan.phases().stream().map(phase -> phase.phase()))
        .containsSubsequence(Phase.PROTECT, Phase.EXPAND);
    assertThat(step(plan, StepKind.TAG).statements())
        .containsOnly(
            Map.entry(
                "spark", "CALL create_savepoint(table => 'app.events', user => 'stillwater')"));
    Step widen = step(plan, StepKind.WIDEN_TYPE);
    assertThat(widen.undo().kind()).isEqualTo(UndoKind.RESTORE);
    assertThat(widen.undo().statements())
        .containsEntry("spark", "CALL rollback_to_savepoint(table => 'app.events')");
    assertThat(widen.undo().until()).contains("writers must be paused");
    assertThat(widen.nativeCall())
        .isEqualTo("BaseHoodieWriteClient.updateColumnType(\"n\", type of bigint)");
  }

  @Test
  void statementsSetSchemaOnReadForTablesThatHaveItAndTrinoHasNone() {
    // When
    Plan with = add("mor sor");
    Plan without = add("mor");

    // Then
    assertThat(step(with, StepKind.ADD_COLUMN).statements())
        .containsOnlyKeys("spark")
        .containsEntry(
            "spark",
            "SET hoodie.schema.on.read.enable=true; ALTER TABLE `lake`.`app`.`events` ADD COLUMNS"
                + " (`new` string COMMENT 'it\\'s')");
    assertThat(step(with, StepKind.ADD_COLUMN).undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(step(without, StepKind.ADD_COLUMN).statements().get("spark"))
        .startsWith("ALTER TABLE");
    assertThat(step(without, StepKind.ADD_COLUMN).undo().kind()).isEqualTo(UndoKind.FORWARD_FIX);
  }

  @Test
  void aRenameSetsWhatTheNewestReleaseNeedsForItsSessionAlone() {
    // When
    Plan plan =
        TruthRow.plan(
            HudiTables.table("cow sor"),
            List.of(),
            "operation: rename_column, from: text, to: words, strategy: in_place");

    // Then
    assertThat(step(plan, StepKind.RENAME_COLUMN).statements().get("spark"))
        .contains("SET hoodie.datasource.write.schema.allow.auto.evolution.column.drop=true; ALTER")
        .endsWith("RENAME COLUMN `text` TO `words`");
  }

  @Test
  void aViewIsMadeAndTakenBackBySparkAlone() {
    // When
    Plan plan =
        TruthRow.plan(
            HudiTables.table("mor"),
            EnginesInUse.parse("trino 483; spark 3.5.5 hudi=1.0.2"),
            "operation: rename_column, from: text, to: words, strategy: view");

    // Then
    Step view = step(plan, StepKind.CREATE_VIEW);
    assertThat(view.statements()).containsOnlyKeys("spark");
    assertThat(view.undo().statements()).containsOnlyKeys("spark");
  }

  @Test
  void schemaOnReadIsAPointOfNoReturn() {
    // When
    Plan plan =
        TruthRow.plan(
            HudiTables.table("cow"),
            List.of(),
            "operation: set_properties, properties: {hoodie.schema.on.read.enable: 'true'}",
            "operation: rename_column, from: text, to: words, strategy: in_place");

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.PLANNED);
    Step set = step(plan, StepKind.SET_PROPERTIES);
    assertThat(set.pointOfNoReturn()).isTrue();
    assertThat(set.undo().kind()).isEqualTo(UndoKind.NONE);
  }

  @Test
  void aTableVersionGoesBackByHudisOwnProcedure() {
    // When
    Plan plan =
        TruthRow.plan(
            HudiTables.table("cow v6"), List.of(), "operation: upgrade_format, version: 8");

    // Then
    Step upgrade = step(plan, StepKind.UPGRADE_FORMAT);
    assertThat(upgrade.statements())
        .containsEntry("spark", "CALL upgrade_table(table => 'app.events', to_version => 'EIGHT')");
    assertThat(upgrade.undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(upgrade.undo().statements())
        .containsEntry("spark", "CALL downgrade_table(table => 'app.events', to_version => 'SIX')");
    assertThat(upgrade.pointOfNoReturn()).isFalse();
  }

  private static Plan add(String variant) {
    return TruthRow.plan(
        HudiTables.table(variant),
        List.of(),
        "operation: add_column, column: new, type: string, comment: it's");
  }

  private static Step step(Plan plan, StepKind kind) {
    return plan.steps().filter(step -> step.kind() == kind).findFirst().orElseThrow();
  }
}
