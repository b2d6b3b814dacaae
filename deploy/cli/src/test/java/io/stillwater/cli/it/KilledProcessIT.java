package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.local.StackAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledProcessIT {
  private final SharedStack stack = SharedStack.get();

  @ParameterizedTest
  @ValueSource(strings = {"planner", "executor", "validator", "monitor"})
  void aServiceKilledMidwayHoldsNothingUpForGoodAndRepeatsNothing(String service) {
    // Given
    LakeTable table = LakeTable.create("killed_" + service);
    StackAddresses before = stack.up();

    // When
    Rollout rollout =
        Rollout.publish(
            Releases.of(
                table.name(),
                Releases.addColumn("note", "string"),
                Releases.widen("qty", "bigint")));
    stack.kill(service);

    // Then
    rollout.awaitState(DeploymentState.COMPLETED);
    StackAddresses after = stack.up();
    assertThat(after.serviceUrl(service)).isEqualTo(before.serviceUrl(service));
    assertAppliedOnce(table, rollout);
  }

  @Test
  void aBrokerAndADatabaseThatDieMidwayAreWaitedFor() {
    // Given
    LakeTable table = LakeTable.create("killed_foundation");
    StackAddresses before = stack.up();

    // When
    Rollout rollout =
        Rollout.publish(
            Releases.of(
                table.name(),
                Releases.addColumn("note", "string"),
                Releases.widen("qty", "bigint")));
    stack.kill(before.kafka().pid());
    stack.kill(before.database().pid());
    stack.up();

    // Then
    rollout.awaitState(DeploymentState.COMPLETED);
    assertAppliedOnce(table, rollout);
  }

  private static void assertAppliedOnce(LakeTable table, Rollout rollout) {
    assertThat(table.load().schema().findField("note")).isNotNull();
    assertThat(table.load().schema().findType("qty").toString()).isEqualTo("long");
    assertThat(table.metadata().schemas()).hasSize(3);
    assertThat(rollout.heard(EventTypes.DEPLOYMENT_COMPLETED)).hasSize(1);
    assertThat(rollout.heard()).extracting(Event::id).doesNotHaveDuplicates();
  }
}
