package io.stillwater.planning.formats.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaPlanTest {

  @Test
  void aColumnIsTakenBackByDropWithColumnMappingAndByRestoreWithout() {
    // Given
    String change = "operation: add_column, column: new, type: string, comment: it''s";

    // When
    Step mapped = step(DeltaLakes.plan("mapped", null, change), StepKind.ADD_COLUMN);
    Step plain = step(DeltaLakes.plan("plain", null, change), StepKind.ADD_COLUMN);

    // Then
    assertThat(mapped.statements())
        .containsEntry(
            "spark",
            "ALTER TABLE `lake`.`app`.`events` ADD COLUMN `new` string COMMENT 'it\\'\\'s'")
        .containsKey("trino");
    assertThat(mapped.nativeCall()).contains("withUpdatedSchema");
    assertThat(mapped.undo().kind()).isEqualTo(UndoKind.EXACT);
    assertThat(mapped.undo().statements())
        .containsEntry("trino", "ALTER TABLE \"lake\".\"app\".\"events\" DROP COLUMN \"new\"");
    assertThat(plain.nativeCall()).isNull();
    assertThat(plain.undo().kind()).isEqualTo(UndoKind.RESTORE);
    assertThat(plain.undo().statements())
        .containsOnlyKeys("spark")
        .containsEntry("spark", "RESTORE TABLE `lake`.`app`.`events` TO VERSION AS OF 811");
    assertThat(plain.undo().until()).contains("next commit");
  }

  @Test
  void aWideningThatIsNotEnabledIsEnabledByAStepOfItsOwnFromWhichThereIsNoReturn() {
    // When
    Plan plan = DeltaLakes.plan("plain", null, "operation: widen_type, column: day, to: timestamp");

    // Then
    assertThat(effects(plan))
        .containsExactly(StepKind.RETAIN, StepKind.SET_PROPERTIES, StepKind.WIDEN_TYPE);
    Step enable = step(plan, StepKind.SET_PROPERTIES);
    assertThat(enable.pointOfNoReturn()).isTrue();
    assertThat(enable.undo().kind()).isEqualTo(UndoKind.INVERSE);
    assertThat(enable.statements().get("spark"))
        .contains("'delta.enableTypeWidening' = 'true'")
        .contains("'delta.feature.timestampNtz' = 'supported'");
    assertThat(enable.undo().statements().get("spark"))
        .contains("UNSET TBLPROPERTIES IF EXISTS ('delta.enableTypeWidening')")
        .doesNotContain("delta.feature");
    assertThat(step(plan, StepKind.WIDEN_TYPE).statements())
        .containsOnlyKeys("spark")
        .containsEntry(
            "spark", "ALTER TABLE `lake`.`app`.`events` ALTER COLUMN `day` TYPE timestamp_ntz");
  }

  @Test
  void aFeatureThatIsThereButSwitchedOffIsSwitchedOnWithoutRaisingTheProtocol() {
    // Given
    String switchedOff =
        """
        {"apiVersion":"stillwater/v1","kind":"TableSnapshot","engines":[],"tables":[
         {"table":"lake.app.events","format":"DELTA","snapshotId":3,"minReader":3,"minWriter":7,
          "features":["typeWidening"],"properties":{"delta.enableTypeWidening":"false"},
          "columns":[{"name":"n","type":"int"}]}]}""";

    // When
    Plan plan = plan(switchedOff, "operation: widen_type, column: n, to: bigint");

    // Then
    assertThat(verdict(plan).classification()).isEqualTo(Classification.SAFE);
    assertThat(Lakes.codes(plan)).doesNotContain("SW420");
    assertThat(effects(plan)).contains(StepKind.SET_PROPERTIES, StepKind.WIDEN_TYPE);
    assertThat(step(plan, StepKind.SET_PROPERTIES).undo().statements().get("spark"))
        .contains("'delta.enableTypeWidening' = 'false'");
  }

  @Test
  void columnMappingEnabledInTheSameReleaseServesWhateverNeedsIt() {
    // When
    Plan plan =
        DeltaLakes.plan(
            "plain",
            null,
            "operation: rename_column, from: text, to: words, strategy: in_place",
            "operation: change_type_narrowing, column: big, to: int",
            "operation: drop_column, column: f",
            "operation: set_properties, properties: {delta.columnMapping.mode: name}");

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.PLANNED);
    List<StepKind> effects = effects(plan);
    assertThat(effects).contains(StepKind.SWAP_NAMES, StepKind.RENAME_COLUMN, StepKind.DEPRECATE);
    assertThat(effects.indexOf(StepKind.SET_PROPERTIES))
        .isLessThan(effects.indexOf(StepKind.ADD_COLUMN));
    assertThat(step(plan, StepKind.SET_PROPERTIES).pointOfNoReturn()).isTrue();
    assertThat(step(plan, StepKind.SET_PROPERTIES).undo().kind()).isEqualTo(UndoKind.RESTORE);
    assertThat(step(plan, StepKind.SET_PROPERTIES).statements().get("spark"))
        .contains("'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5'");
  }

  @Test
  void theContractionOfARenameWithoutColumnMappingEnablesItFirst() {
    // Given
    TableState table = DeltaLakes.events("plain");
    Plan plan = DeltaLakes.plan("plain", null, "operation: rename_column, from: text, to: words");

    // When
    Contraction contraction = plan.contractions().get(0);
    Plan due =
        Lakes.planner()
            .planContraction(
                Lakes.release(
                    DeltaLakes.TABLE,
                    "operation: set_properties, properties: {delta.columnMapping.mode: name}",
                    "operation: drop_column, column: text"),
                Environment.withoutFile("production"),
                TableSnapshot.of(List.of(), List.of(table)));

    // Then
    assertThat(contraction.changes())
        .extracting(change -> change.path("operation").asText())
        .containsExactly("set_properties", "drop_column");
    assertThat(contraction.changes().get(0).path("properties").path("delta.columnMapping.mode"))
        .hasToString("\"name\"");
    assertThat(due.status()).isEqualTo(PlanStatus.PLANNED);
    assertThat(effects(due))
        .containsExactly(StepKind.RETAIN, StepKind.SET_PROPERTIES, StepKind.DROP_COLUMN);
    assertThat(step(due, StepKind.DROP_COLUMN).undo().kind()).isEqualTo(UndoKind.RESTORE);
  }

  @Test
  void filesAndLogAreHeldForLongerThanRollbackIsPromised() {
    // When
    Plan plan = DeltaLakes.plan("mapped", null, "operation: add_column, column: new, type: string");

    // Then
    Step retain =
        plan.phases().stream()
            .filter(phase -> phase.phase() == Phase.PROTECT)
            .findFirst()
            .orElseThrow()
            .steps()
            .get(0);
    assertThat(retain.kind()).isEqualTo(StepKind.RETAIN);
    assertThat(retain.arguments()).isEqualTo(new StepArguments.Retain(Duration.ofDays(8)));
    assertThat(retain.description()).contains("version 811");
    assertThat(retain.statements().get("spark"))
        .contains("'delta.deletedFileRetentionDuration' = 'interval 192 hours'")
        .doesNotContain("logRetentionDuration");
    assertThat(retain.undo().statements().get("spark"))
        .contains("UNSET TBLPROPERTIES IF EXISTS ('delta.deletedFileRetentionDuration')");
  }

  @Test
  void nothingIsHeldWhereItIsKeptLongEnough() {
    // Given
    String keeping =
        """
        {"apiVersion":"stillwater/v1","kind":"TableSnapshot","engines":[],"tables":[
         {"table":"lake.app.events","format":"DELTA","snapshotId":3,
          "properties":{"delta.deletedFileRetentionDuration":"interval 2 weeks 1 day"},
          "columns":[{"name":"n","type":"int"}]}]}""";

    // When
    Plan plan = plan(keeping, "operation: add_column, column: m, type: int");

    // Then
    assertThat(effects(plan)).containsExactly(StepKind.ADD_COLUMN);
  }

  @Test
  void aTableWhoseVersionIsNotKnownIsToldSo() {
    // Given
    String unpinned =
        """
        {"apiVersion":"stillwater/v1","kind":"TableSnapshot","engines":[],"tables":[
         {"table":"lake.app.events","format":"DELTA","records":5,
          "columns":[{"name":"n","type":"int"}]}]}""";

    // When
    Plan plan = plan(unpinned, "operation: add_column, column: m, type: int");

    // Then
    assertThat(Lakes.codes(plan)).contains("SW425");
    assertThat(step(plan, StepKind.ADD_COLUMN).undo().kind()).isEqualTo(UndoKind.RESTORE);
    assertThat(step(plan, StepKind.ADD_COLUMN).undo().statements()).isEmpty();
  }

  @Test
  void clusteringColumnsAreReadFromTheExportToo() {
    // Given
    String clustered =
        """
        {"apiVersion":"stillwater/v1","kind":"TableSnapshot","engines":[],"tables":[
         {"table":"lake.app.events","format":"DELTA","snapshotId":3,"minReader":2,"minWriter":7,
          "features":["clustering","columnMapping","domainMetadata"],
          "properties":{"clusteringColumns":"n,s.a","delta.columnMapping.mode":"name"},
          "columns":[{"name":"n","type":"int"},{"name":"s","type":"struct<a: int, b: int>"},
                     {"name":"m","type":"int"}]}]}""";

    // When
    Plan drop = plan(clustered, "operation: drop_column, column: s.a");
    Plan sort = plan(clustered, "operation: set_sort_order, order: [m]");

    // Then
    assertThat(Lakes.codes(drop)).contains("SW344");
    Step step = step(sort, StepKind.SET_SORT_ORDER);
    assertThat(step.statements())
        .containsEntry("spark", "ALTER TABLE `lake`.`app`.`events` CLUSTER BY (`m`)");
    assertThat(step.undo().statements())
        .containsEntry("spark", "ALTER TABLE `lake`.`app`.`events` CLUSTER BY (`n`, `s`.`a`)");
  }

  @Test
  void hostileNamesAreQuotedInEveryStatementAndCannotLeaveACall() {
    // When
    Plan plan =
        DeltaLakes.plan(
            "mapped",
            null,
            "operation: rename_column, from: text, strategy: in_place,"
                + " to: 'x` DROP TABLE t; */ --'");

    // Then
    Step rename = step(plan, StepKind.RENAME_COLUMN);
    assertThat(rename.statements().get("spark"))
        .endsWith("RENAME COLUMN `text` TO `x`` DROP TABLE t; */ --`");
    assertThat(rename.statements().get("trino"))
        .endsWith("RENAME COLUMN \"text\" TO \"x` DROP TABLE t; */ --\"");
    assertThat(rename.nativeCall()).doesNotContain("; */ -- */").contains("* / --");
  }

  @Test
  void aVersionIsSaidToBeTheWritersOfTheProtocol() {
    // When
    Plan plan = DeltaLakes.plan("plain", null, "operation: upgrade_format, version: 5");

    // Then
    Step step = step(plan, StepKind.UPGRADE_FORMAT);
    assertThat(step.pointOfNoReturn()).isTrue();
    assertThat(step.undo().kind()).isEqualTo(UndoKind.NONE);
    assertThat(step.statements().get("spark"))
        .endsWith(
            "SET TBLPROPERTIES ('delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5')");
    assertThat(Lakes.codes(plan)).contains("SW356", "SW420");
  }

  @Test
  void aTableOfADeltaCatalogIsCreatedAsOne() {
    // Given
    Environment environment = Lakes.environment("catalogs: {lake: {type: delta}}");
    String columns =
        "columns: [{name: id, type: bigint, nullable: false}, {name: day, type: date}]";

    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.fresh", "operation: create_table, " + columns + ", partitioning: [day]"),
            environment);
    Plan hidden =
        Lakes.plan(
            Lakes.release(
                "lake.app.fresh",
                "operation: create_table, " + columns + ", partitioning: [year(day)]"),
            environment);

    // Then
    Step create = step(plan, StepKind.CREATE_TABLE);
    assertThat(create.statements())
        .containsEntry(
            "spark",
            "CREATE TABLE `lake`.`app`.`fresh` (`id` bigint NOT NULL, `day` date) USING delta"
                + " PARTITIONED BY (`day`)")
        .containsEntry(
            "trino",
            "CREATE TABLE \"lake\".\"app\".\"fresh\" (\"id\" bigint NOT NULL, \"day\" date)"
                + " WITH (partitioned_by = ARRAY['day'])");
    assertThat(Lakes.codes(hidden)).contains("SW317");
  }

  private static Plan plan(String snapshot, String change) {
    return Lakes.planner()
        .plan(
            Lakes.release(DeltaLakes.TABLE, change),
            Environment.withoutFile("production"),
            snapshot(snapshot));
  }

  private static TableSnapshot snapshot(String json) {
    Parsed<TableSnapshot> parsed = TableSnapshots.read(json);
    if (parsed instanceof Parsed.Valid<TableSnapshot> valid) {
      return valid.value();
    }
    throw new IllegalArgumentException(parsed.errors().toString());
  }

  private static ChangeVerdict verdict(Plan plan) {
    return plan.changes().get(0);
  }

  private static Step step(Plan plan, StepKind kind) {
    return plan.steps().filter(step -> step.kind() == kind).findFirst().orElseThrow();
  }

  private static List<StepKind> effects(Plan plan) {
    return plan.steps()
        .map(Step::kind)
        .filter(kind -> kind != StepKind.CHECK && kind != StepKind.SOAK)
        .toList();
  }
}
