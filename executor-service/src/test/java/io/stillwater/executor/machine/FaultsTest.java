package io.stillwater.executor.machine;

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
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

@ExecutorTest
class FaultsTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void aStepThatCannotBeDoneCallsAPersonAndGoesOnOnceItCan() {
    // Given
    String table = lake.orders();
    Plan plan = failingAtItsSecondColumn(table);
    wire.send(plan);
    JsonNode failed = wire.await(EventTypes.DEPLOYMENT_FAILED, plan.deploymentId());

    // When
    lake.table(table).updateSchema().deleteColumn("second").commit();
    wire.command(EventTypes.RETRY, plan.deploymentId());

    // Then
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);
    assertThat(failed.path("reason").asText())
        .contains(
            "s2 ADD_COLUMN " + table + " failed",
            "Done: s1 ADD_COLUMN",
            "Not done: s2 ADD_COLUMN",
            "By hand: trino:",
            "retry " + plan.deploymentId());
    assertThat(lake.columns(table)).contains("first double", "second double");
  }

  @Test
  void aFailedDeploymentKeepsItsTableUntilItIsTakenBack() {
    // Given
    String table = lake.orders();
    Plan failing = failingAtItsSecondColumn(table);
    wire.send(failing);
    wire.await(EventTypes.DEPLOYMENT_FAILED, failing.deploymentId());
    Plan next = Plans.plan().addColumn(table, "third", "double").soakUntilTold().build();
    wire.send(next);
    wire.await(
        EventTypes.STATE_CHANGED,
        next.deploymentId(),
        data -> data.path("reason").asText().contains("held by " + failing.deploymentId()));

    // When
    wire.command(EventTypes.ROLLBACK, failing.deploymentId());

    // Then
    wire.awaitState(next.deploymentId(), DeploymentState.SOAKING);
    assertThat(lake.columns(table)).contains("third double").doesNotContain("first double");
  }

  @Test
  void aStepThatFailsBeforeAnythingWasDoneEndsTheDeployment() {
    // Given
    String table = lake.orders();
    Plan plan = Plans.plan().addColumn(table, "id", "double").soakUntilTold().build();

    // When
    wire.send(plan);

    // Then
    JsonNode end = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());
    assertThat(end.path("reason").asText()).contains("failed before anything was done");
  }

  @Test
  void appendsThatRaceWithStepsAreNotLost() {
    // Given
    String table = lake.people();
    Plan plan =
        lake.plan(table)
            .addColumn(table, "given_name", "string")
            .copyColumn(table, "fname", "given_name")
            .soakUntilTold()
            .build();
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> write(table, stop));

    // When
    wire.reach(plan, DeploymentState.SOAKING);
    stop.set(true);
    int written = writer.join();

    // Then
    assertThat(lake.rows().read(table, "id")).hasSize(2 + written);
    assertThat(lake.columns(table)).contains("given_name string");
  }

  private int write(String table, AtomicBoolean stop) {
    int written = 0;
    while (!stop.get()) {
      lake.rows()
          .append(
              table,
              "SELECT %d::BIGINT AS id, 'x' AS fname, 1::INT AS code".formatted(100 + written));
      written++;
    }
    return written;
  }

  @Test
  void aForeignColumnBetweenTwoStepsDoesNotStopThem() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .addColumn(table, "first", "double")
            .check(Phase.POST_CHECK, "POST", "schema", false)
            .soakUntilTold()
            .build();
    wire.send(plan);
    wire.await(EventTypes.CHECK_REQUESTED, plan.deploymentId());

    // When
    lake.table(table).updateSchema().addColumn("foreign_one", Types.LongType.get()).commit();
    wire.rollBack(plan);

    // Then
    assertThat(lake.columns(table))
        .containsExactly("id bigint", "amount double", "foreign_one bigint");
  }

  @Test
  void aStepBeforeThePointOfNoReturnIsKept() {
    // Given
    String table = lake.people();
    Plan plan =
        Plans.plan()
            .addColumn(table, "added", "double")
            .pointOfNoReturn(
                Phase.EXPAND, StepKind.UPGRADE_FORMAT, table, new StepArguments.UpgradeFormat(2, 3))
            .step(
                Phase.MIGRATE,
                StepKind.SET_COMMENT,
                table,
                new StepArguments.SetComment("price", "in euro", null))
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.SOAKING);

    // When
    JsonNode end = wire.rollBack(plan);

    // Then
    assertThat(end.path("kept").findValuesAsText("what"))
        .containsExactly("s2 UPGRADE_FORMAT " + table, "s1 ADD_COLUMN " + table);
    assertThat(wire.count(EventTypes.STEP_UNDONE, plan.deploymentId())).isEqualTo(1);
  }

  private Plan failingAtItsSecondColumn(String table) {
    lake.table(table).updateSchema().addColumn("second", Types.LongType.get()).commit();
    return Plans.plan()
        .addColumn(table, "first", "double")
        .addColumn(table, "second", "double")
        .soakUntilTold()
        .build();
  }
}
