package io.stillwater.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stillwater.cli.CommandLineRun;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.demo.lake.DemoLake;
import io.stillwater.cli.demo.lake.DemoTable;
import io.stillwater.cli.demo.traffic.Tally;
import io.stillwater.cli.demo.traffic.Traffic;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.PinnedTable;
import io.stillwater.lakehouse.engine.SqlSession;
import io.stillwater.local.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceReleaseIT {
  private static final Path EXAMPLE =
      Installation.find().home().resolve("deploy/examples/reference.yaml");
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final SharedStack stack = SharedStack.get();

  @Test
  void theReferenceReleaseCompletesUnderReadersAndAWriterAndCanBeTakenBack() throws Exception {
    // Given
    DemoLake.create(stack.catalog());
    String bootstrap = stack.up().kafka().bootstrap();
    Tally.Count reads;
    Tally.Count writes;
    String deployment;

    // When
    try (Traffic traffic =
        new Traffic(stack.catalog(), bootstrap, "production", stack.folder()).start()) {
      CompletableFuture<CommandLineRun> apply =
          CompletableFuture.supplyAsync(
              () -> stack.cli("apply", "-f", EXAMPLE.toString(), "--wait", "--timeout", "3m"));
      deployment = awaitingApproval();
      assertThat(stack.cli("approve", deployment, "--reason", "read it").exitCode()).isZero();
      CommandLineRun applied = apply.get();
      assertThat(applied.exitCode()).as(applied.err()).isEqualTo(ExitCodes.OK);
      traffic.stopWriting();
      await().atMost(LIMIT).untilAsserted(() -> assertThat(outOfStep()).isZero());
      reads = traffic.reads().count();
      writes = traffic.writes().count();
    }

    // Then
    assertThat(reads.failed()).as(reads.toString()).isZero();
    assertThat(writes.failed()).as(writes.toString()).isZero();
    assertThat(reads.done()).isPositive();
    assertThat(writes.done()).isPositive();
    assertThat(stack.catalog().load(DemoTable.ORDERS.table()).schema().findField("discount_pct"))
        .isNotNull();
    assertThat(stack.cli("status", deployment).out()).contains("COMPLETED");
    assertThat(stack.cli("history", "-o", "json").out()).contains(deployment);
    assertThat(stack.cli("events", deployment).out()).contains("deployment.completed");
    CommandLineRun contractions = stack.cli("contractions");
    assertThat(contractions.out())
        .as(contractions.err())
        .contains(DemoTable.USERS.table().toString());

    // And when
    CommandLineRun rollback = stack.cli("rollback", deployment, "--reason", "changed our mind");

    // Then
    assertThat(rollback.exitCode()).as(rollback.err()).isZero();
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(stack.cli("status", deployment).out()).contains("ROLLED_BACK"));
    assertThat(stack.catalog().load(DemoTable.USERS.table()).schema().findField("first_name"))
        .isNull();
    assertThat(stack.cli("rollback", deployment).exitCode()).isEqualTo(ExitCodes.REJECTED);
  }

  private String awaitingApproval() {
    Pattern waiting = Pattern.compile("(d-[0-9a-f]{12}).*AWAITING_APPROVAL");
    return await()
        .atMost(LIMIT)
        .until(
            () -> {
              Matcher matcher = waiting.matcher(stack.cli("list").out());
              return matcher.find() ? matcher.group(1) : "";
            },
            id -> !id.isEmpty());
  }

  private long outOfStep() {
    EmbeddedEngine engine = new EmbeddedEngine(new EngineSettings(256, 1, stack.folder()));
    try (SqlSession session = engine.open()) {
      String users =
          session.register(
              PinnedTable.current(
                  DemoTable.USERS.table(), stack.catalog().load(DemoTable.USERS.table())));
      return session
          .query("SELECT count(*) FROM " + users + " WHERE first_name IS DISTINCT FROM fname")
          .number();
    }
  }
}
