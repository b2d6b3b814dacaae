package io.stillwater.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ExecutorTest
class ThinPathTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void anApprovedColumnIsAddedSoakedAndCompleted() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .approvalRequired()
            .addColumn(table, "discount_pct", "double")
            .soak(Duration.ofSeconds(1))
            .build();

    // When
    wire.reach(plan, DeploymentState.AWAITING_APPROVAL);
    String approval = wire.command(EventTypes.APPROVE, plan.deploymentId());
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, plan.deploymentId());

    // Then
    assertThat(wire.answer(plan.deploymentId(), approval).type())
        .isEqualTo(EventTypes.COMMAND_ACCEPTED.name());
    assertThat(lake.columns(table))
        .containsExactly("id bigint", "amount double", "discount_pct double");
    assertThat(lake.marks(table)).isEmpty();
    assertThat(wire.story(plan.deploymentId()))
        .containsExactly(
            "started PLANNED",
            "state.changed AWAITING_APPROVAL",
            "state.changed AWAITING_APPROVAL",
            "state.changed EXPANDING",
            "phase.started EXPAND",
            "step.started s1 ADD_COLUMN",
            "step.completed s1 ADD_COLUMN",
            "phase.completed EXPAND",
            "state.changed SOAKING",
            "phase.started SOAK",
            "step.started s2 SOAK",
            "step.completed s2 SOAK",
            "phase.completed SOAK",
            "state.changed COMPLETED",
            "completed COMPLETED");
  }
}
