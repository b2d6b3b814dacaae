package io.stillwater.executor.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.Plans;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExecutorTest
class StepKindsTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  static Stream<StepCase> cases() {
    return StepCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyKindIsDoneAndTakenBack(StepCase step) {
    // Given
    String table = step.freshTable() ? lake.freshName().toString() : lake.people();
    if (!step.freshTable()) {
      step.prepare().accept(lake.table(table));
    }
    String before = lake.describe(table);
    Plan plan =
        Plans.plan()
            .step(Phase.EXPAND, step.kind(), table, step.arguments())
            .soakUntilTold()
            .build();

    // When
    wire.reach(plan, DeploymentState.SOAKING);
    String applied = lake.describe(table);
    wire.rollBack(plan);

    // Then
    assertThat(applied).isNotEqualTo(before);
    if (step.undoneExactly()) {
      assertThat(lake.describe(table)).isEqualTo(before);
    }
  }

  @Test
  void aRenamedTableGetsItsNameBack() {
    // Given
    String table = lake.people();
    String renamed = lake.freshName().toString();
    Plan plan =
        Plans.plan()
            .step(
                Phase.EXPAND, StepKind.RENAME_TABLE, table, new StepArguments.RenameTable(renamed))
            .soakUntilTold()
            .build();

    // When
    wire.reach(plan, DeploymentState.SOAKING);
    boolean moved = lake.exists(renamed) && !lake.exists(table);
    wire.rollBack(plan);

    // Then
    assertThat(moved).isTrue();
    assertThat(lake.exists(table)).isTrue();
    assertThat(lake.exists(renamed)).isFalse();
  }

  @Test
  void aViewIsCreatedAndDropped() {
    // Given
    String table = lake.people();
    String view = lake.freshName().toString();
    Plan plan =
        Plans.plan()
            .step(
                Phase.MIGRATE,
                StepKind.CREATE_VIEW,
                table,
                new StepArguments.CreateView(view, Map.of("trino", lake.selection(table))))
            .soakUntilTold()
            .build();

    // When
    wire.reach(plan, DeploymentState.SOAKING);
    boolean there = lake.viewExists(view);
    List<String> shown = lake.viewColumns(view);
    wire.rollBack(plan);

    // Then
    assertThat(there).isTrue();
    assertThat(shown).containsExactly("id", "given_name", "first_name", "price", "code");
    assertThat(lake.viewExists(view)).isFalse();
  }

  @Test
  void aColumnWithNullsIsNotMadeRequiredAndTheDeploymentGoesBack() {
    // Given
    String table = lake.people();
    Plan plan =
        Plans.plan()
            .addColumn(table, "added", "double")
            .step(
                Phase.MIGRATE,
                StepKind.SET_NOT_NULL,
                table,
                new StepArguments.SetNullability("first_name", false))
            .soakUntilTold()
            .build();

    // When
    wire.send(plan);
    var end = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(end.path("reason").asText()).contains("hold NULL in first_name");
    assertThat(lake.columns(table)).doesNotContain("added double");
  }

  @Test
  void valuesThatDoNotFitRefuteTheirProof() {
    // Given
    String table = lake.people();
    Plan plan =
        Plans.plan()
            .step(
                Phase.PRE_CHECK,
                StepKind.VALIDATE,
                table,
                new StepArguments.Validate("price", "FITS", "int"))
            .addColumn(table, "added", "double")
            .soakUntilTold()
            .build();

    // When
    wire.send(plan);
    var end = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(end.path("reason").asText()).contains("1 row(s)", "FITS int");
    assertThat(wire.story(plan.deploymentId())).doesNotContain("state.changed ROLLING_BACK");
  }

  @Test
  void aPromotionStaysOnceDataWereWrittenWithIt() {
    // Given
    String table = lake.people();
    Plan plan =
        Plans.plan()
            .step(
                Phase.EXPAND,
                StepKind.WIDEN_TYPE,
                table,
                new StepArguments.WidenType("price", "float", "double"))
            .addColumn(table, "added", "double")
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.SOAKING);
    lake.rows()
        .append(
            table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 2.5::DOUBLE AS price, 3::INT AS code");

    // When
    wire.command(EventTypes.ROLLBACK, plan.deploymentId());
    var end = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(end.path("kept").get(0).path("what").asText()).contains("s1 WIDEN_TYPE");
    assertThat(lake.columns(table)).contains("price double").doesNotContain("added double");
    assertThat(lake.rows().read(table, "id")).containsExactly("1", "2", "3");
  }
}
