package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrashPointsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final SharedStack stack = SharedStack.get();

  @Test
  void anExecutorKilledBetweenEachCommitAndItsRecordingRepeatsNone() {
    // Given
    LakeTable table = LakeTable.create("crash_before_recording");
    LakeTable twin = LakeTable.create("crash_free_twin");
    Rollout rollout = Rollout.publish(releaseOfEveryKind(table));
    rollout.awaitState(DeploymentState.AWAITING_APPROVAL);
    Blockade commits = Blockade.ofCommits(table.name());
    rollout.command(EventTypes.APPROVE);

    // When
    int kills = 0;
    while (commits.blocksSomebodyBefore(() -> ended(rollout))) {
      int before = table.commits();
      try (Blockade recording = Blockade.ofRecording()) {
        commits.close();
        await().atMost(LIMIT).until(() -> table.commits() > before);
        recording.awaitSomebodyBlocked();
        stack.kill("executor");
        commits = Blockade.ofCommits(table.name());
        kills++;
      }
    }
    commits.close();

    // Then
    rollout.awaitState(DeploymentState.COMPLETED);
    assertThat(kills).isGreaterThan(10);
    assertEachStepOnce(rollout);
    assertSameAsWithoutCrash(table, twin);
  }

  @Test
  void anExecutorKilledBetweenRecordingAndPublishingSaysEverythingOnceAfterwards()
      throws SQLException {
    // Given
    LakeTable table = LakeTable.create("crash_before_publishing");
    Rollout rollout = Rollout.publish(releaseOfEveryKind(table));
    rollout.awaitState(DeploymentState.AWAITING_APPROVAL);
    Blockade commits = Blockade.ofCommits(table.name());
    rollout.command(EventTypes.APPROVE);
    commits.awaitSomebodyBlocked();

    // When
    try (Blockade publishing = Blockade.ofPublishing(() -> stack.kill("executor"))) {
      commits.close();
      await().atMost(LIMIT).until(() -> unpublished("step.completed") > 3);
      publishing.assertHeld();
      stack.kill("executor");
    }

    // Then
    rollout.awaitState(DeploymentState.COMPLETED);
    assertThat(unpublished("")).isZero();
    assertEachStepOnce(rollout);
  }

  private static JsonNode releaseOfEveryKind(LakeTable table) {
    return Releases.of(
        table.name(),
        Releases.addColumn("note", "string"),
        Releases.widen("qty", "bigint"),
        Map.of("operation", "set_comment", "column", "id", "comment", "the row's number"),
        Map.of("operation", "set_nullable", "column", "id"),
        Map.of("operation", "move_column", "column", "price", "first", true),
        Map.of("operation", "set_sort_order", "order", List.of("id ASC")),
        Map.of("operation", "set_properties", "properties", Map.of("owner", "it")),
        Map.of("operation", "add_partition", "field", "bucket(4, id)"),
        Releases.rename("fname", "first_name"));
  }

  private static boolean ended(Rollout rollout) {
    return rollout.hasBeen(
        DeploymentState.COMPLETED, DeploymentState.ROLLED_BACK, DeploymentState.FAILED_NEEDS_HUMAN);
  }

  private static void assertEachStepOnce(Rollout rollout) {
    assertThat(rollout.heard(EventTypes.STEP_COMPLETED))
        .extracting(event -> event.data().step().id())
        .doesNotHaveDuplicates();
    assertThat(rollout.heard()).extracting(Event::id).doesNotHaveDuplicates();
  }

  private void assertSameAsWithoutCrash(LakeTable table, LakeTable twin) {
    Rollout undisturbed = Rollout.publish(releaseOfEveryKind(twin));
    undisturbed.approve();
    undisturbed.awaitState(DeploymentState.COMPLETED);
    assertThat(table.commits()).isEqualTo(twin.commits());
    assertThat(table.load().schema().asStruct()).isEqualTo(twin.load().schema().asStruct());
    assertThat(table.metadata().schemas()).hasSameSizeAs(twin.metadata().schemas());
    assertThat(table.metadata().snapshots()).hasSameSizeAs(twin.metadata().snapshots());
  }

  private long unpublished(String type) throws SQLException {
    try (Connection connection = stack.connect("executor");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM outbox WHERE published_at IS NULL AND type LIKE '%"
                    + type
                    + "%'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
