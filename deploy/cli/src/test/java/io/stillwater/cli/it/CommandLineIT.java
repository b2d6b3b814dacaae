package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CommandLineRun;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.EventJson;
import io.stillwater.events.deployment.DeploymentState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineIT {
  @TempDir Path folder;

  private final SharedStack stack = SharedStack.get();

  @Test
  void upPrintsTheAddressesOfTheRunningStack() throws IOException {
    // When
    CommandLineRun up = stack.cli("up", "-o", "json");

    // Then
    JsonNode addresses = EventJson.MAPPER.readTree(up.out());
    assertThat(up.exitCode()).isZero();
    assertThat(addresses.at("/kafka/bootstrap").asText()).startsWith("localhost:");
    for (String pid :
        new String[] {
          "/kafka",
          "/database",
          "/services/planner",
          "/services/executor",
          "/services/validator",
          "/services/monitor"
        }) {
      assertThat(ProcessHandle.of(addresses.at(pid + "/pid").asLong())).as(pid).isPresent();
    }
    assertThat(addresses.at("/lake/catalog").asText()).isEqualTo("lake");
    assertThat(addresses.at("/lake/type").asText()).isEqualTo("jdbc");
    assertThat(addresses.at("/lake/warehouse").asText()).startsWith("file:///");
  }

  @Test
  void aPlanByThePlannerAndOneFromTheExportedTablesAreTheSame() throws IOException {
    // Given
    LakeTable table = LakeTable.create("planned");
    Path release =
        write("release.json", Releases.of(table.name(), Releases.rename("fname", "first_name")));
    Path tables = folder.resolve("tables.json");
    Files.writeString(tables, stack.cli("tables", "export", table.name().toString()).out());

    // When
    CommandLineRun online = stack.cli("plan", "-f", release.toString(), "-o", "json");
    CommandLineRun offline =
        stack.cli("plan", "-f", release.toString(), "--tables", tables.toString(), "-o", "json");

    // Then
    assertThat(online.exitCode()).as(online.err()).isZero();
    assertThat(offline.exitCode()).as(offline.err()).isZero();
    assertThat(withoutEvidence(online)).isEqualTo(withoutEvidence(offline));
  }

  /** From when to when nobody was seen reading is known to the planner alone. */
  private static JsonNode withoutEvidence(CommandLineRun run) throws IOException {
    JsonNode plan = EventJson.MAPPER.readTree(run.out());
    for (JsonNode change : plan.path("changes")) {
      Iterator<JsonNode> findings = change.path("findings").elements();
      while (findings.hasNext()) {
        if (findings.next().path("code").asText().equals("SW217")) {
          findings.remove();
        }
      }
    }
    return plan;
  }

  @Test
  void aRefusedReleaseIsAppliedNowhereAndSaysWhy() throws IOException {
    // Given
    LakeTable table = LakeTable.create("refused");
    Path release = write("release.json", Releases.of(table.name(), Releases.widen("fname", "int")));
    int before = table.commits();

    // When
    CommandLineRun apply = stack.cli("apply", "-f", release.toString(), "--timeout", "60s");

    // Then
    assertThat(apply.exitCode()).isEqualTo(ExitCodes.REFUSED);
    assertThat(apply.out()).contains("REFUSED", "SW");
    assertThat(table.commits()).isEqualTo(before);
  }

  @Test
  void whatWaitsForApprovalCanBeAbortedAndIsThenRolledBack() throws IOException {
    // Given
    LakeTable table = LakeTable.create("aborted");
    Rollout rollout =
        Rollout.publish(Releases.of(table.name(), Releases.rename("fname", "first_name")));
    rollout.awaitState(DeploymentState.AWAITING_APPROVAL);

    // When
    CommandLineRun resume = stack.cli("resume", rollout.id());
    CommandLineRun abort = stack.cli("abort", rollout.id(), "--reason", "not today");

    // Then
    assertThat(resume.exitCode()).isEqualTo(ExitCodes.REJECTED);
    assertThat(resume.err()).contains("AWAITING_APPROVAL", "approve");
    assertThat(abort.exitCode()).as(abort.err()).isZero();
    rollout.awaitState(DeploymentState.ROLLED_BACK);
    assertThat(table.load().schema().findField("first_name")).isNull();
  }

  @Test
  void anUnknownDeploymentIsSaidToBeUnknown() {
    // When
    CommandLineRun status = stack.cli("status", "d-ffffffffffff");
    CommandLineRun approve = stack.cli("approve", "d-ffffffffffff");

    // Then
    assertThat(status.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(status.err()).hasLineCount(1).contains("d-ffffffffffff");
    assertThat(approve.exitCode()).isEqualTo(ExitCodes.REJECTED);
  }

  private Path write(String name, JsonNode document) throws IOException {
    return Files.writeString(folder.resolve(name), document.toString());
  }
}
