package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

  private static final List<Map<String, Object>> WITH_DATA =
      List.of(
          Releases.addColumn("note", "string"),
          Map.of("operation", "set_comment", "column", "id", "comment", "the row's number"),
          Releases.rename("fname", "first_name"));
  private static final List<Map<String, Object>> OF_METADATA =
      List.of(
          Releases.widen("qty", "bigint"),
          Map.of("operation", "set_nullable", "column", "id"),
          Map.of("operation", "move_column", "column", "price", "first", true),
          Map.of("operation", "set_sort_order", "order", List.of("id ASC")),
          Map.of("operation", "set_properties", "properties", Map.of("owner", "it")),
          Map.of("operation", "add_partition", "field", "bucket(4, id)"));

  private final SharedStack stack = SharedStack.get();

  /** Two deployments at a time, so that each kill hits the commits of both. */
  @Test
  void anExecutorKilledBetweenEachCommitAndItsRecordingRepeatsNone() {
    // Given
    List<LakeTable> tables = tables("crash_before_recording");
    List<LakeTable> twins = tables("crash_free_twin");
    Blockade commits = Blockade.ofCommits(tables);
    List<Rollout> rollouts = publishEveryKind(tables);

    // When
    int caught = 0;
    int open = commits.awaitAllBlocked(() -> unfinished(rollouts));
    while (open > 0) {
      int before = commits(tables);
      int committing = open;
      try (Blockade recording = Blockade.ofRecording()) {
        commits.close();
        await().atMost(LIMIT).until(() -> commits(tables) == before + committing);
        recording.awaitSomebodyBlocked();
        stack.kill("executor");
        commits = Blockade.ofCommits(tables);
        caught += committing;
      }
      open = commits.awaitAllBlocked(() -> unfinished(rollouts));
    }
    commits.close();

    // Then
    assertThat(caught).isGreaterThan(12);
    List<Rollout> undisturbed = publishEveryKind(twins);
    for (int i = 0; i < tables.size(); i++) {
      rollouts.get(i).awaitState(DeploymentState.COMPLETED);
      undisturbed.get(i).awaitState(DeploymentState.COMPLETED);
      assertEachStepOnce(rollouts.get(i));
      assertSameAsWithoutCrash(tables.get(i), twins.get(i));
    }
    tables.forEach(table -> table.written().assertReadFrom(table));
    assertThat(tables.get(0).written().outOfStep(tables.get(0), "first_name", "fname")).isZero();
  }

  @Test
  void anExecutorKilledBetweenRecordingAndPublishingSaysEverythingOnceAfterwards()
      throws SQLException {
    // Given
    LakeTable table = LakeTable.create("crash_before_publishing");
    Blockade commits = Blockade.ofCommits(List.of(table));
    Rollout rollout = Rollout.publish(Releases.of(table.name(), WITH_DATA));
    rollout.approveIfAsked();
    commits.awaitSomebodyBlocked();

    // When
    try (LiveWriter writer = new LiveWriter(table)) {
      try (Blockade publishing = Blockade.ofPublishing(() -> stack.kill("executor"))) {
        commits.close();
        writer.awaitAppend();
        await().atMost(LIMIT).until(() -> unpublished("step.completed") > 3);
        publishing.assertHeld();
        stack.kill("executor");
      }
      rollout.awaitState(DeploymentState.COMPLETED);
    }

    // Then
    await().atMost(LIMIT).until(() -> unpublished("") == 0);
    assertEachStepOnce(rollout);
    await().atMost(LIMIT).until(() -> table.written().outOfStep(table, "first_name", "fname") == 0);
    table.written().assertReadFrom(table);
  }

  private static List<LakeTable> tables(String name) {
    return List.of(LakeTable.create(name + "_of_data"), LakeTable.create(name + "_of_layout"));
  }

  private static List<Rollout> publishEveryKind(List<LakeTable> tables) {
    List<Rollout> rollouts =
        List.of(
            Rollout.publish(Releases.of(tables.get(0).name(), WITH_DATA)),
            Rollout.publish(Releases.of(tables.get(1).name(), OF_METADATA)));
    rollouts.forEach(Rollout::approveIfAsked);
    return rollouts;
  }

  private static int unfinished(List<Rollout> rollouts) {
    return (int)
        rollouts.stream()
            .filter(
                rollout ->
                    !rollout.hasBeen(
                        DeploymentState.COMPLETED,
                        DeploymentState.ROLLED_BACK,
                        DeploymentState.FAILED_NEEDS_HUMAN))
            .count();
  }

  private static int commits(List<LakeTable> tables) {
    return tables.stream().mapToInt(LakeTable::commits).sum();
  }

  private static void assertEachStepOnce(Rollout rollout) {
    assertThat(rollout.heard(EventTypes.STEP_COMPLETED))
        .extracting(event -> event.data().step().id())
        .doesNotHaveDuplicates();
    assertThat(rollout.heard()).extracting(Event::id).doesNotHaveDuplicates();
  }

  private static void assertSameAsWithoutCrash(LakeTable table, LakeTable twin) {
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
