package io.stillwater.executor.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.events.check.CheckCompleted;
import io.stillwater.events.check.CheckStatus;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.events.check.VerdictReached;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@ExecutorTest
class GatesTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void aStageIsAskedWithItsTablesAndTheColumnsThePlanEndsWith() {
    // Given
    String table = lake.orders();
    Plan plan = checked(table);

    // When
    wire.send(plan);
    JsonNode asked = wire.await(EventTypes.CHECK_REQUESTED, plan.deploymentId());

    // Then
    assertThat(asked.path("stage").asText()).isEqualTo("PRE");
    assertThat(asked.path("checks").get(0).path("checkId").asText()).isEqualTo("s1");
    assertThat(asked.path("columns").path(table).findValuesAsText("name"))
        .containsExactly("id", "amount", "discount_pct");
  }

  @Test
  void passedChecksLetTheDeploymentOn() {
    // Given
    Plan plan = checked(lake.orders());
    wire.send(plan);
    wire.await(EventTypes.CHECK_REQUESTED, plan.deploymentId());

    // When
    result(plan, "s1", "PRE", CheckStatus.PASS);
    wire.verdict(plan.deploymentId(), "PRE", 1, VerdictAction.PROCEED);
    wire.await(
        EventTypes.CHECK_REQUESTED,
        plan.deploymentId(),
        data -> "POST".equals(data.path("stage").asText()));
    result(plan, "s3", "POST", CheckStatus.WARN);
    wire.verdict(plan.deploymentId(), "POST", 1, VerdictAction.PROCEED);

    // Then
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, plan.deploymentId());
    assertThat(wire.story(plan.deploymentId()))
        .contains("step.completed s1 CHECK", "step.completed s3 CHECK");
  }

  @Test
  void aFailedPreCheckEndsItWithNothingDone() {
    // Given
    String table = lake.orders();
    Plan plan = checked(table);
    wire.send(plan);
    wire.await(EventTypes.CHECK_REQUESTED, plan.deploymentId());

    // When
    result(plan, "s1", "PRE", CheckStatus.FAIL);
    wire.verdict(plan.deploymentId(), "PRE", 1, VerdictAction.ROLLBACK);
    JsonNode end = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(end.path("reason").asText()).contains("PRE says ROLLBACK");
    assertThat(lake.columns(table)).containsExactly("id bigint", "amount double");
  }

  @Test
  void aFailedPostCheckTakesTheChangeBack() {
    // Given
    String table = lake.orders();
    Plan plan = checked(table);
    wire.send(plan);
    wire.await(EventTypes.CHECK_REQUESTED, plan.deploymentId());
    wire.verdict(plan.deploymentId(), "PRE", 1, VerdictAction.PROCEED);
    wire.awaitState(plan.deploymentId(), DeploymentState.POST_CHECKING);

    // When
    wire.await(
        EventTypes.CHECK_REQUESTED,
        plan.deploymentId(),
        data -> "POST".equals(data.path("stage").asText()));
    wire.verdict(plan.deploymentId(), "POST", 1, VerdictAction.ROLLBACK);
    wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(lake.columns(table)).containsExactly("id bigint", "amount double");
  }

  @Test
  void anAnswerThatDoesNotComeIsAskedForAgainAndThenCallsAPerson() {
    // Given
    Plan plan = checked(lake.orders());

    // When
    wire.send(plan);
    JsonNode paused = wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);

    // Then
    assertThat(paused.path("reason").asText()).contains("UNKNOWN is never a pass");
    assertThat(wire.count(EventTypes.CHECK_REQUESTED, plan.deploymentId())).isEqualTo(2);
  }

  @Test
  void aVerdictOfAnEarlierRoundHasNoEffect() {
    // Given
    Plan plan = checked(lake.orders());
    wire.send(plan);
    wire.await(
        EventTypes.CHECK_REQUESTED, plan.deploymentId(), data -> data.path("round").asInt() == 2);

    // When
    wire.verdict(plan.deploymentId(), "PRE", 1, VerdictAction.PROCEED);
    wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);

    // Then
    assertThat(wire.story(plan.deploymentId())).doesNotContain("state.changed EXPANDING");
  }

  @Test
  void aWatchedSoakWaitsForTheMonitorsVerdict() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .watched("pause")
            .addColumn(table, "discount_pct", "double")
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.SOAKING);

    // When
    wire.verdict(plan.deploymentId(), "SOAK", 1, VerdictAction.PROCEED);

    // Then
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, plan.deploymentId());
  }

  @Test
  void aSoakThatBreachedPausesWithItsReasonAndIsPromotedOrSoaksAgain() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .watched("complete")
            .onBreach("pause")
            .addColumn(table, "discount_pct", "double")
            .soakUntilTold()
            .build();
    String id = plan.deploymentId();
    wire.reach(plan, DeploymentState.SOAKING);

    // When
    wire.send(EventTypes.VERDICT_REACHED, id, breached(id));
    JsonNode paused = wire.awaitState(id, DeploymentState.PAUSED);
    wire.command(EventTypes.RESUME, id);
    wire.awaitTold(id, "step.started s2 SOAK", 2);
    wire.send(EventTypes.VERDICT_REACHED, id, breached(id));
    wire.awaitTold(id, "state.changed PAUSED", 2);
    wire.command(EventTypes.PROMOTE, id);

    // Then
    assertThat(paused.path("reason").asText())
        .isEqualTo("a metric breached in the soak: Breach: error_rate of trino is 40 %");
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, id);
  }

  private static VerdictReached breached(String id) {
    return new VerdictReached(
        id,
        "SOAK",
        1,
        VerdictAction.INVESTIGATE,
        "Breach: error_rate of trino is 40 %",
        true,
        List.of());
  }

  @Test
  void aWatchedSoakWithoutVerdictIsInconclusive() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .watched("pause")
            .addColumn(table, "discount_pct", "double")
            .soak(Duration.ZERO)
            .build();

    // When
    wire.send(plan);
    JsonNode paused = wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);

    // Then
    assertThat(paused.path("reason").asText()).contains("inconclusive");
  }

  private Plan checked(String table) {
    return lake.plan(table)
        .check(Phase.PRE_CHECK, "PRE", "storage_capacity", true)
        .addColumn(table, "discount_pct", "double")
        .check(Phase.POST_CHECK, "POST", "schema", false)
        .soak(Duration.ZERO)
        .build();
  }

  private void result(Plan plan, String checkId, String stage, CheckStatus status) {
    wire.send(
        EventTypes.CHECK_COMPLETED,
        plan.deploymentId(),
        new CheckCompleted(
            plan.deploymentId(),
            checkId,
            stage,
            1,
            "a check",
            null,
            status,
            "81 %",
            "80 %",
            "it is measured",
            "SELECT 1",
            12));
  }
}
