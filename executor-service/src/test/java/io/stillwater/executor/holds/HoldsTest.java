package io.stillwater.executor.holds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.Plans;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@ExecutorTest
class HoldsTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void theSecondReleaseOnATableWaitsVisiblyAndIsThenPlannedAnew() {
    // Given
    String table = lake.orders();
    Plan first = adding(table, "first_column", Plans.newDeploymentId());
    Plan second = adding(table, "second_column", Plans.newDeploymentId());
    wire.reach(first, DeploymentState.SOAKING);

    // When
    wire.send(second);
    JsonNode waiting =
        wire.await(
            EventTypes.STATE_CHANGED,
            second.deploymentId(),
            data -> data.path("reason").asText().startsWith("waits for"));
    wire.command(EventTypes.PROMOTE, first.deploymentId());
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, first.deploymentId());
    wire.await(EventTypes.PLAN_STALE, second.deploymentId());
    wire.send(adding(table, "second_column", second.deploymentId()));
    wire.awaitState(second.deploymentId(), DeploymentState.SOAKING);

    // Then
    assertThat(waiting.path("state").asText()).isEqualTo("PLANNED");
    assertThat(waiting.path("reason").asText())
        .isEqualTo("waits for %s, held by %s".formatted(table, first.deploymentId()));
    assertThat(lake.columns(table))
        .containsExactly(
            "id bigint", "amount double", "first_column double", "second_column double");
  }

  @Test
  void aTableIsFreeAgainAfterARollback() {
    // Given
    String table = lake.orders();
    Plan first = adding(table, "first_column", Plans.newDeploymentId());
    wire.reach(first, DeploymentState.SOAKING);
    Plan second = Plans.plan().addColumn(table, "second_column", "double").soakUntilTold().build();
    wire.send(second);
    wire.await(
        EventTypes.STATE_CHANGED,
        second.deploymentId(),
        data -> data.path("reason").asText().startsWith("waits for"));

    // When
    wire.command(EventTypes.ROLLBACK, first.deploymentId());

    // Then
    wire.awaitState(second.deploymentId(), DeploymentState.SOAKING);
    assertThat(lake.columns(table))
        .containsExactly("id bigint", "amount double", "second_column double");
  }

  private Plan adding(String table, String column, String deploymentId) {
    return lake.plan(table)
        .deployment(deploymentId)
        .addColumn(table, column, "double")
        .soakUntilTold()
        .build();
  }
}
