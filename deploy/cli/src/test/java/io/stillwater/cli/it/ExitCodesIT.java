package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.cli.CommandLineRun;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.EventJson;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.lakehouse.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts test for: the table of the command line in the contract, section 4. */
class ExitCodesIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final SharedStack stack = SharedStack.get();

  @Test
  void aReleaseThatIsRolledBackAndOneThatTimesOutBehindIt() throws Exception {
    // Given
    LakeTable table = LakeTable.create("exit_rolled_back");
    ObjectNode release = Releases.of(table.name(), Releases.addColumn("note", "string"));
    release.withObject("/spec/analysis").put("soak", "1h");
    ObjectNode second = Releases.of(table.name(), Releases.addColumn("second", "string"));
    CompletableFuture<CommandLineRun> first = apply(release);
    String id = awaitDeployment(table, DeploymentState.SOAKING);

    // When
    CommandLineRun behind = apply(second, "--timeout", "3s").get();
    CommandLineRun unanswered;
    try (Blockade recording = Blockade.ofRecording()) {
      unanswered = stack.cli("pause", id, "--timeout", "1s");
      recording.awaitSomebodyBlocked();
    }
    CommandLineRun rollback = stack.cli("rollback", id, "--reason", "not today");

    // Then
    assertThat(behind.exitCode()).as(behind.err()).isEqualTo(ExitCodes.TIMED_OUT);
    assertThat(unanswered.exitCode()).as(unanswered.err()).isEqualTo(ExitCodes.TIMED_OUT);
    assertThat(unanswered.err()).hasLineCount(1).contains("no answer within 1 s");
    assertThat(rollback.exitCode()).as(rollback.err()).isEqualTo(ExitCodes.OK);
    assertThat(first.get().exitCode()).as(first.get().err()).isEqualTo(ExitCodes.ROLLED_BACK);
    assertThat(json(first.get()).path("outcome").asText()).isEqualTo("ROLLED_BACK");
    assertThat(table.load().schema().findField("note")).isNull();
    CommandLineRun again = stack.cli("rollback", id);
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCodes.REJECTED);
    assertThat(again.err()).contains("ROLLED_BACK");
  }

  @Test
  void aReleaseThatNeedsAPersonAndIsRetriedAfterTheMend() throws Exception {
    // Given
    LakeTable held = LakeTable.create("exit_needs_a_person");
    LakeTable meddled = LakeTable.create("exit_meddled_with");
    Map<TableName, List<Map<String, Object>>> changes = new LinkedHashMap<>();
    changes.put(held.name(), List.of(Releases.addColumn("note", "string")));
    changes.put(meddled.name(), List.of(Releases.addColumn("note", "string")));
    CompletableFuture<CommandLineRun> applying;

    // When
    try (Blockade commits = Blockade.ofCommits(List.of(held))) {
      applying = apply(Releases.of(changes));
      commits.awaitSomebodyBlocked();
      meddled.load().updateSchema().addColumn("note", Types.IntegerType.get()).commit();
    }
    CommandLineRun applied = applying.get();
    String id = json(applied).path("deploymentId").asText();
    CommandLineRun promoted = stack.cli("promote", id);
    meddled.load().updateSchema().deleteColumn("note").commit();
    CommandLineRun retried = stack.cli("retry", id, "--reason", "the other note is gone");

    // Then
    assertThat(applied.exitCode()).as(applied.err()).isEqualTo(ExitCodes.NEEDS_A_PERSON);
    assertThat(json(applied).path("reason").asText()).contains("note");
    assertThat(promoted.exitCode()).isEqualTo(ExitCodes.REJECTED);
    assertThat(promoted.err()).contains("FAILED_NEEDS_HUMAN", "rollback, retry");
    assertThat(retried.exitCode()).as(retried.err()).isEqualTo(ExitCodes.OK);
    awaitDeployment(held, DeploymentState.COMPLETED);
    assertThat(meddled.load().schema().findType("note")).isEqualTo(Types.StringType.get());
  }

  @Test
  void aReleaseThatCompletesAndIsTakenBackWhileThatIsPromised() throws Exception {
    // Given
    LakeTable table = LakeTable.create("exit_completed");

    // When
    CommandLineRun applied =
        apply(Releases.of(table.name(), Releases.addColumn("note", "string"))).get();
    String id = json(applied).path("deploymentId").asText();
    CommandLineRun refused =
        apply(Releases.of(table.name(), Releases.addColumn("note", "string"))).get();
    CommandLineRun rollback = stack.cli("rollback", id);

    // Then
    assertThat(applied.exitCode()).as(applied.err()).isEqualTo(ExitCodes.OK);
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCodes.REFUSED);
    assertThat(rollback.exitCode()).as(rollback.err()).isEqualTo(ExitCodes.OK);
    awaitDeployment(table, DeploymentState.ROLLED_BACK);
    assertThat(table.load().schema().findField("note")).isNull();
  }

  private CompletableFuture<CommandLineRun> apply(JsonNode release, String... more)
      throws IOException {
    Path file = Files.createTempFile(folder, "release", ".json");
    Files.writeString(file, release.toString());
    return CompletableFuture.supplyAsync(
        () -> {
          List<String> args =
              new ArrayList<>(List.of("apply", "-f", file.toString(), "--wait", "-o", "json"));
          args.addAll(List.of(more));
          return stack.cli(args.toArray(String[]::new));
        });
  }

  /** Returns the id of the only deployment of the release that is named after the table. */
  private String awaitDeployment(LakeTable table, DeploymentState state) {
    return await()
        .atMost(LIMIT)
        .until(() -> deployment(table, state), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> deployment(LakeTable table, DeploymentState state) throws IOException {
    JsonNode found = json(stack.cli("list", "--state", state.name(), "-o", "json")).path("items");
    return StreamSupport.stream(found.spliterator(), false)
        .filter(item -> table.name().name().equals(item.at("/release/name").asText()))
        .map(item -> item.path("deploymentId").asText())
        .findFirst();
  }

  private static JsonNode json(CommandLineRun run) throws IOException {
    return EventJson.MAPPER.readTree(run.out());
  }
}
