package io.stillwater.executor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.fixture.CatalogLock;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Commands that come while a step is being done. */
@ExecutorTest
class RunningStepTest {
  @Inject Wire wire;
  @Inject TestLake lake;
  @Inject CatalogLock catalog;

  @Test
  void aPauseLetsTheStepFinishFirst() {
    // Given
    String table = lake.orders();
    Plan plan = twoColumns(table);

    // When
    catalog.whileLocked(
        () -> {
          wire.send(plan);
          wire.await(EventTypes.STEP_STARTED, plan.deploymentId());
          String id = wire.command(EventTypes.PAUSE, plan.deploymentId());
          wire.answer(plan.deploymentId(), id);
        });
    wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);

    // Then
    assertThat(wire.story(plan.deploymentId()))
        .containsSubsequence("step.completed s1 ADD_COLUMN", "state.changed PAUSED")
        .doesNotContain("step.started s2 ADD_COLUMN");
    assertThat(lake.columns(table)).containsExactly("id bigint", "amount double", "first double");
  }

  @Test
  void aRollbackTakesEffectAtOnceAndUndoesTheStepThatWasRunning() {
    // Given
    String table = lake.orders();
    Plan plan = twoColumns(table);

    // When
    catalog.whileLocked(
        () -> {
          wire.send(plan);
          wire.await(EventTypes.STEP_STARTED, plan.deploymentId());
          wire.command(EventTypes.ROLLBACK, plan.deploymentId());
          wire.awaitState(plan.deploymentId(), DeploymentState.ROLLING_BACK);
        });
    wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(wire.story(plan.deploymentId()))
        .containsSubsequence(
            "state.changed ROLLING_BACK",
            "step.completed s1 ADD_COLUMN",
            "step.undone s1 ADD_COLUMN");
    assertThat(lake.columns(table)).containsExactly("id bigint", "amount double");
  }

  private Plan twoColumns(String table) {
    return lake.plan(table)
        .addColumn(table, "first", "double")
        .addColumn(table, "second", "double")
        .soakUntilTold()
        .build();
  }
}
