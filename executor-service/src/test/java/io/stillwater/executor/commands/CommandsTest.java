package io.stillwater.executor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventTypes;
import io.stillwater.events.check.VerdictAction;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.Plans;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import io.stillwater.testing.ReceivedRecord;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ExecutorTest
class CommandsTest {
  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void aCommandForAnUnknownDeploymentIsRejected() {
    // Given
    String unknown = Plans.newDeploymentId();

    // When
    String id = wire.command(EventTypes.ROLLBACK, unknown);

    // Then
    ReceivedRecord answer = wire.answer(unknown, id);
    assertThat(answer.type()).isEqualTo(EventTypes.COMMAND_REJECTED.name());
    assertThat(Wire.data(answer).path("reason").asText()).contains("no deployment " + unknown);
  }

  @Test
  void aCommandThatIsNotLegalNamesTheStateAndWhatWouldBe() {
    // Given
    Plan plan = soaking(lake.orders());

    // When
    String id = wire.command(EventTypes.APPROVE, plan.deploymentId());

    // Then
    assertThat(Wire.data(wire.answer(plan.deploymentId(), id)).path("reason").asText())
        .contains("not possible in SOAKING", "pause, promote, abort, rollback");
  }

  @Test
  void theSameCommandTwiceIsAnsweredOnce() {
    // Given
    Plan plan = soaking(lake.orders());
    Command pause = new Command(plan.deploymentId(), "twice", "tester", null, null);
    var event =
        io.stillwater.testing.EventRecord.binary(
            EventTypes.PAUSE.topic(),
            plan.deploymentId(),
            EventTypes.PAUSE.name(),
            "{\"deploymentId\":\"%s\",\"reason\":\"%s\"}"
                .formatted(pause.deploymentId(), pause.reason()));

    // When
    wire.send(event);
    wire.send(event);
    wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);
    String resume = wire.command(EventTypes.RESUME, plan.deploymentId());
    wire.answer(plan.deploymentId(), resume);

    // Then
    assertThat(wire.count(EventTypes.COMMAND_ACCEPTED, plan.deploymentId())).isEqualTo(2);
  }

  @Test
  void aPausedSoakGoesOnAndIsPromoted() {
    // Given
    Plan plan = soaking(lake.orders());

    // When
    wire.command(EventTypes.PAUSE, plan.deploymentId());
    wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);
    wire.command(EventTypes.RESUME, plan.deploymentId());
    wire.command(EventTypes.PROMOTE, plan.deploymentId());

    // Then
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, plan.deploymentId());
  }

  @Test
  void aRollbackDuringTheSoakTakesTheColumnBack() {
    // Given
    String table = lake.orders();
    Plan plan = soaking(table);

    // When
    wire.rollBack(plan);

    // Then
    assertThat(lake.columns(table)).containsExactly("id bigint", "amount double");
    assertThat(lake.marks(table)).isEmpty();
    assertThat(wire.count(EventTypes.STEP_UNDONE, plan.deploymentId())).isEqualTo(1);
  }

  @Test
  void aCompletedDeploymentIsTakenBackWhileTheWindowLasts() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table).addColumn(table, "discount_pct", "double").soak(Duration.ZERO).build();
    wire.complete(plan);

    // When
    wire.rollBack(plan);

    // Then
    assertThat(lake.columns(table)).containsExactly("id bigint", "amount double");
  }

  @Test
  void aCompletedDeploymentStaysWhenTheWindowHasEnded() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .rollbackWindow(Duration.ZERO)
            .addColumn(table, "discount_pct", "double")
            .soak(Duration.ZERO)
            .build();
    wire.complete(plan);

    // When
    String id = wire.command(EventTypes.ROLLBACK, plan.deploymentId());

    // Then
    assertThat(Wire.data(wire.answer(plan.deploymentId(), id)).path("reason").asText())
        .contains("the rollback window ended");
  }

  @Test
  void abortWithNothingDoneEndsAtOnce() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .approvalRequired()
            .addColumn(table, "discount_pct", "double")
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.AWAITING_APPROVAL);

    // When
    wire.command(EventTypes.ABORT, plan.deploymentId());
    wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(wire.story(plan.deploymentId())).doesNotContain("state.changed ROLLING_BACK");
  }

  @Test
  void onlyThoseThatTheEnvironmentNamesApprove() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .approvers("ann", "bob")
            .addColumn(table, "discount_pct", "double")
            .soakUntilTold()
            .build();
    String id = plan.deploymentId();
    wire.reach(plan, DeploymentState.AWAITING_APPROVAL);

    // When
    String byCy = wire.command(EventTypes.APPROVE, new Command(id, "fine", "cy", null, null));
    ReceivedRecord refused = wire.answer(id, byCy);
    wire.command(EventTypes.APPROVE, new Command(id, "fine", "bob", null, null));

    // Then
    assertThat(refused.type()).isEqualTo(EventTypes.COMMAND_REJECTED.name());
    assertThat(refused.text()).contains("approved by ann or bob, not by cy");
    wire.awaitState(id, DeploymentState.SOAKING);
  }

  @Test
  void promoteGoesOnPastAVerdictThatAsksForAPerson() {
    // Given
    String table = lake.orders();
    Plan plan =
        lake.plan(table)
            .check(Phase.PRE_CHECK, "PRE", "storage_capacity", true)
            .addColumn(table, "discount_pct", "double")
            .soak(Duration.ZERO)
            .build();
    wire.send(plan);
    wire.await(EventTypes.CHECK_REQUESTED, plan.deploymentId());
    wire.verdict(plan.deploymentId(), "PRE", 1, VerdictAction.INVESTIGATE);
    wire.awaitState(plan.deploymentId(), DeploymentState.PAUSED);

    // When
    wire.command(EventTypes.PROMOTE, plan.deploymentId());

    // Then
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, plan.deploymentId());
  }

  private Plan soaking(String table) {
    Plan plan = lake.plan(table).addColumn(table, "discount_pct", "double").soakUntilTold().build();
    wire.reach(plan, DeploymentState.SOAKING);
    return plan;
  }
}
