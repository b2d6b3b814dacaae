package io.stillwater.executor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.stillwater.testing.EventRecord;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

@ExecutorTest
class PlanIntakeTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void aForeignSchemaChangeMakesThePlanStaleAndAnEqualPlanKeepsTheApproval() {
    // Given
    String table = lake.orders();
    String id = Plans.newDeploymentId();
    JsonNode stale = madeStale(needingApproval(table, id), table, "foreign_one");

    // When
    wire.send(needingApproval(table, id));

    // Then
    wire.awaitState(id, DeploymentState.SOAKING);
    assertThat(stale.path("reason").asText()).contains("schema 0 when planned, 1 now");
    assertThat(lake.columns(table)).contains("foreign_one bigint", "discount_pct double");
  }

  @Test
  void anotherPlanNeedsAnotherApproval() {
    // Given
    String table = lake.orders();
    String id = Plans.newDeploymentId();
    madeStale(needingApproval(table, id), table, "foreign_one");

    // When
    wire.send(
        lake.plan(table)
            .deployment(id)
            .approvalRequired()
            .addColumn(table, "another", "double")
            .soakUntilTold()
            .build());

    // Then
    wire.await(
        EventTypes.STATE_CHANGED,
        id,
        data ->
            data.path("state").asText().equals("AWAITING_APPROVAL")
                && data.path("previousState").asText().equals("PLANNED")
                && wire.count(EventTypes.PLAN_STALE, id) == 1
                && data.path("at").asText().compareTo(staleAt(id)) > 0);
    assertThat(lake.columns(table)).doesNotContain("another double");
  }

  private String staleAt(String id) {
    return wire.await(EventTypes.PLAN_STALE, id).path("at").asText();
  }

  @Test
  void aPlanThatIsRefusedOnceTheTablesHaveMovedEndsTheDeployment() {
    // Given
    String table = lake.orders();
    String id = Plans.newDeploymentId();
    Plan plan = needingApproval(table, id);
    madeStale(plan, table, "discount_pct");

    // When
    wire.send(EventTypes.PLAN_REFUSED, id, Plans.refused(plan));

    // Then
    JsonNode end = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, id);
    assertThat(end.path("reason").asText()).contains("planned anew the release is refused");
  }

  @Test
  void newDataAloneDoesNotMakeAPlanStale() {
    // Given
    String table = lake.people();
    Plan plan =
        lake.plan(table)
            .approvalRequired()
            .addColumn(table, "added", "double")
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.AWAITING_APPROVAL);
    lake.rows().append(table, "SELECT 9::BIGINT AS id, 9::INT AS code");

    // When
    wire.command(EventTypes.APPROVE, plan.deploymentId());

    // Then
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);
  }

  @Test
  void theSamePlanSentAgainHasNoEffect() {
    // Given
    String table = lake.orders();
    Plan plan = lake.plan(table).addColumn(table, "added", "double").soakUntilTold().build();

    // When
    wire.send(plan);
    wire.reach(plan, DeploymentState.SOAKING);

    // Then
    assertThat(wire.count(EventTypes.DEPLOYMENT_STARTED, plan.deploymentId())).isEqualTo(1);
    assertThat(wire.count(EventTypes.STEP_COMPLETED, plan.deploymentId())).isEqualTo(1);
  }

  @Test
  void aComponentRollOutFailsBeforeAnyEffect() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .addColumn(table, "added", "double")
            .step(
                Phase.ROLL_OUT,
                StepKind.ROLL_OUT,
                "trino",
                new StepArguments.RollOut("trino", "blue_green", Map.of()))
            .soakUntilTold()
            .build();

    // When
    wire.send(plan);
    JsonNode failed = wire.await(EventTypes.DEPLOYMENT_FAILED, plan.deploymentId());

    // Then
    assertThat(failed.path("reason").asText())
        .contains("nothing was done", "cannot do s2 ROLL_OUT trino");
    assertThat(lake.columns(table)).doesNotContain("added double");
  }

  @Test
  void aPlanThatCannotBeReadIsADeadLetterAndTheNextOneIsTaken() {
    // Given
    String table = lake.orders();
    Plan plan = lake.plan(table).addColumn(table, "added", "double").soakUntilTold().build();

    // When
    wire.send(
        EventRecord.binary(
            EventTypes.PLAN_CREATED.topic(),
            plan.deploymentId(),
            EventTypes.PLAN_CREATED.name(),
            "{\"planId\": 7"));
    wire.send(plan);

    // Then
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);
  }

  /**
   * Somebody adds a column while the plan awaits its approval.
   *
   * @return what is told once it is approved
   */
  private JsonNode madeStale(Plan plan, String table, String foreign) {
    wire.reach(plan, DeploymentState.AWAITING_APPROVAL);
    lake.table(table).updateSchema().addColumn(foreign, Types.LongType.get()).commit();
    wire.command(EventTypes.APPROVE, plan.deploymentId());
    return wire.await(EventTypes.PLAN_STALE, plan.deploymentId());
  }

  private Plan needingApproval(String table, String deploymentId) {
    return lake.plan(table)
        .deployment(deploymentId)
        .approvalRequired()
        .addColumn(table, "discount_pct", "double")
        .soakUntilTold()
        .build();
  }
}
