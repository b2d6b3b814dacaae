package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppliedFormatsTest {
  private static final Environment PRODUCTION = Environment.withoutFile("production");
  private static final Release ADD =
      Lakes.release("lake.app.events", "operation: add_column, column: new, type: int");
  private static final Release DROP =
      Lakes.release("lake.app.events", "operation: drop_column, column: last");

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void everyFormatIsPlannedInADryRun(TableFormat format) {
    // When
    Plan plan = Lakes.planner().plan(ADD, PRODUCTION, lake(format));

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.PLANNED);
    assertThat(plan.steps().map(Step::kind)).contains(StepKind.ADD_COLUMN);
    assertThat(Lakes.codes(plan)).doesNotContain("SW109");
  }

  @ParameterizedTest
  @EnumSource(value = TableFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "ICEBERG")
  void aFormatThatIsNotAppliedIsRefusedForDeployments(TableFormat format) {
    // When
    Plan plan = Lakes.planner().forDeployments().plan(ADD, PRODUCTION, lake(format));

    // Then
    assertNotApplied(plan, format);
  }

  @ParameterizedTest
  @EnumSource(value = TableFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "ICEBERG")
  void aFormatThatIsNotAppliedIsRefusedForContractions(TableFormat format) {
    // When
    Plan plan = Lakes.planner().forDeployments().planContraction(DROP, PRODUCTION, lake(format));

    // Then
    assertNotApplied(plan, format);
  }

  @Test
  void icebergIsPlannedForDeploymentsAsInADryRun() {
    // When
    Plan dry = Lakes.planner().plan(ADD, PRODUCTION, lake(TableFormat.ICEBERG));
    Plan deployed =
        Lakes.planner().forDeployments().plan(ADD, PRODUCTION, lake(TableFormat.ICEBERG));
    Plan contraction =
        Lakes.planner()
            .forDeployments()
            .planContraction(DROP, PRODUCTION, lake(TableFormat.ICEBERG));

    // Then
    assertThat(deployed).isEqualTo(dry);
    assertThat(contraction.status()).isEqualTo(PlanStatus.PLANNED);
  }

  @Test
  void whatTheFormatRefusesIsSaidBesides() {
    // Given
    Release missing = Lakes.release("lake.app.events", "operation: drop_column, column: nowhere");

    // When
    Plan plan = Lakes.planner().forDeployments().plan(missing, PRODUCTION, lake(TableFormat.DELTA));

    // Then
    assertThat(Lakes.codes(plan)).contains("SW103", "SW109");
  }

  @ParameterizedTest
  @CsvSource({
    "delta, USING delta, DELTA",
    "unity, USING delta, DELTA",
    "hudi, USING hudi, HUDI",
    "hive, CREATE TABLE `app`.`fresh`, HIVE",
    "rest, USING iceberg, ICEBERG"
  })
  void aNewTableGetsTheFormatOfItsCatalog(String type, String statement, String format) {
    // Given
    Environment environment = Lakes.environment("catalogs: {lake: {type: " + type + "}}");
    Release create =
        Lakes.release(
            "lake.app.fresh",
            "operation: create_table, columns: [{name: id, type: bigint}, {name: day, type: date}],"
                + " partitioning: [day]");
    TableSnapshot empty = TableSnapshot.of(List.of(), List.of());

    // When
    Plan dry = Lakes.planner().plan(create, environment, empty);
    Plan deployed = Lakes.planner().forDeployments().plan(create, environment, empty);

    // Then
    Step step =
        dry.steps().filter(one -> one.kind() == StepKind.CREATE_TABLE).findFirst().orElseThrow();
    assertThat(step.statements().values()).anyMatch(sql -> sql.contains(statement));
    boolean applied = format.equals("ICEBERG");
    assertThat(deployed.status()).isEqualTo(applied ? PlanStatus.PLANNED : PlanStatus.REFUSED);
    assertThat(Lakes.codes(deployed).contains("SW109")).isEqualTo(!applied);
  }

  private static void assertNotApplied(Plan plan, TableFormat format) {
    assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(plan.steps()).isEmpty();
    ChangeVerdict verdict = plan.changes().get(0);
    assertThat(verdict.refusedBy()).contains("stillwater");
    Finding finding =
        verdict.findings().stream()
            .filter(one -> one.code().equals("SW109"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.message())
        .contains(format.name(), "planned, but not applied yet by this version");
    assertThat(finding.fix())
        .isEqualTo("Run the statements of the plan with the format's own engine");
  }

  private static TableSnapshot lake(TableFormat format) {
    TableState table =
        TableState.builder(TableName.parse("lake.app.events"), format, 1)
            .columns(
                Column.of(1, "id", Lakes.type("bigint")), Column.of(2, "last", Lakes.type("int")))
            .build();
    return TableSnapshot.of(List.of(), List.of(table));
  }
}
