package io.stillwater.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stillwater.local.process.Readiness;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StateFile;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  @TempDir static Path folder;

  private static StackDirectory directory;
  private static LocalStack stack;

  @BeforeAll
  static void start() throws Exception {
    directory = new StackDirectory(folder.resolve("a stack"));
    Installation installation = FakeInstallation.in(folder.resolve("an installation"));
    stack = new LocalStack(directory, installation, progress -> {});
    CompletableFuture<StackAddresses> other = CompletableFuture.supplyAsync(stack::up);
    other.join();
  }

  @AfterAll
  static void stop() {
    stack.down();
  }

  @Test
  void aSecondUpFindsTheFirst() {
    // Given
    StackAddresses first = stack.up();

    // When
    StackAddresses second = stack.up();

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(stack.find()).contains(first);
  }

  @Test
  void theLakesTablesAreThereInTheirV1Layout() throws SQLException {
    // Given
    StackAddresses addresses = stack.up();

    // When
    String layout =
        "SELECT count(*) FROM information_schema.columns"
            + " WHERE table_name = 'iceberg_tables' AND column_name = 'iceberg_type'";
    try (var connection =
            DriverManager.getConnection(
                addresses.lake().uri(), addresses.lake().user(), addresses.lake().password());
        var rows = connection.createStatement().executeQuery(layout)) {

      // Then
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatIsKilledIsBackOnItsPort() {
    // Given
    StackAddresses before = stack.up();
    StackAddresses.Service executor = before.services().get("executor");

    // When
    kill(executor.pid());

    // Then
    StackAddresses after = stack.up();
    assertThat(after.services().get("executor").url()).isEqualTo(executor.url());
    assertThat(after.services().get("executor").pid()).isNotEqualTo(executor.pid());
    assertThat(after.services().get("monitor")).isEqualTo(before.services().get("monitor"));
  }

  @Test
  void brokerAndDatabaseAreBackOnTheirPortsToo() {
    // Given
    StackAddresses before = stack.up();

    // When
    kill(before.kafka().pid());
    kill(before.database().pid());

    // Then
    StackAddresses after = stack.up();
    assertThat(after.kafka().bootstrap()).isEqualTo(before.kafka().bootstrap());
    assertThat(after.database().url()).isEqualTo(before.database().url());
    assertThat(after.kafka().pid()).isNotEqualTo(before.kafka().pid());
    assertThat(after.database().pid()).isNotEqualTo(before.database().pid());
  }

  @Test
  void anUpAfterTheSupervisorWasKilledTakesOverWhatOutlivedIt() {
    // Given
    StackAddresses before = stack.up();
    kill(new StateFile(directory.stateFile()).read().supervisor().pid());

    // When
    StackAddresses after = stack.up();

    // Then
    assertThat(after.kafka().bootstrap()).isEqualTo(before.kafka().bootstrap());
    assertThat(after.serviceUrl("planner")).isEqualTo(before.serviceUrl("planner"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(ProcessHandle.of(before.services().get("planner").pid())).isEmpty());
  }

  @Test
  void downEndsEveryProcessAndLeavesThePortsForTheNextUp() {
    // Given
    StackAddresses before = stack.up();

    // When
    boolean stopped = stack.down();

    // Then
    assertThat(stopped).isTrue();
    assertThat(stack.find()).isEmpty();
    assertThat(ProcessHandle.of(before.kafka().pid())).isEmpty();
    assertThat(ProcessHandle.of(before.database().pid())).isEmpty();
    assertThat(Readiness.of(URI.create(before.serviceUrl("monitor"))).isUp()).isFalse();
    assertThat(stack.down()).isFalse();
    assertThat(stack.up().kafka().bootstrap()).isEqualTo(before.kafka().bootstrap());
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
