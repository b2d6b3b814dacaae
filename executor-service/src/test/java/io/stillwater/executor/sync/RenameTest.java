package io.stillwater.executor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.events.plan.StepArguments.Deprecate;
import io.stillwater.events.plan.StepArguments.DropColumn;
import io.stillwater.events.plan.StepArguments.SwapNames;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A rename by expand and contract, while writers go on writing either name. */
@ExecutorTest
class RenameTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final String BOTH = "id, fname, given_name";

  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void rowsWrittenUnderEitherNameAreFoundUnderBoth() {
    // Given
    String table = lake.people();
    wire.complete(rename(table, Duration.ZERO));

    // When
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 3::INT AS code");
    lake.rows().append(table, "SELECT 4::BIGINT AS id, 'Di' AS given_name, 4::INT AS code");

    // Then
    awaitRows(table, "1 Ann Ann", "2 Bob Bob", "3 Cy Cy", "4 Di Di");
  }

  @Test
  void nothingIsCommittedWhileNothingIsNew() {
    // Given
    String table = lake.people();
    wire.complete(rename(table, Duration.ZERO));
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 3::INT AS code");
    awaitRows(table, "1 Ann Ann", "2 Bob Bob", "3 Cy Cy");

    // When
    int commits = lake.commits(table);

    // Then
    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.commits(table) == commits);
  }

  @Test
  void aRowWithTwoValuesIsLeftAloneAndTold() {
    // Given
    String table = lake.people();
    Plan plan = rename(table, Duration.ZERO);
    wire.complete(plan);

    // When
    lake.rows()
        .append(
            table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 'Cyd' AS given_name, 3::INT AS code");

    // Then
    JsonNode told =
        wire.await(
            EventTypes.STATE_CHANGED,
            plan.deploymentId(),
            data -> data.path("step").path("kind").asText().equals("SYNC"));
    assertThat(told.path("step").path("conflicts").asLong()).isEqualTo(1);
    assertThat(told.path("reason").asText())
        .contains("1 row(s) hold different values in fname and given_name");
    assertThat(lake.rows().read(table, BOTH)).contains("3 Cy Cyd");
  }

  @Test
  void aRollbackKeepsRowsThatWereWrittenUnderTheNewName() {
    // Given
    String table = lake.people();
    String before = lake.columns(table).toString();
    Plan plan = rename(table, LONG);
    wire.reach(plan, DeploymentState.SOAKING);
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 3::INT AS code");
    lake.rows().append(table, "SELECT 4::BIGINT AS id, 'Di' AS given_name, 4::INT AS code");

    // When
    wire.rollBack(plan);

    // Then
    assertThat(lake.columns(table)).hasToString(before);
    assertThat(lake.rows().read(table, "id, fname"))
        .containsExactly("1 Ann", "2 Bob", "3 Cy", "4 Di");
    assertThat(lake.marks(table)).isEmpty();
  }

  @Test
  void aCompletedRenameIsTakenBackWithItsSync() {
    // Given
    String table = lake.people();
    Plan plan = rename(table, Duration.ZERO);
    wire.complete(plan);

    // When
    wire.rollBack(plan);
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 3::INT AS code");
    int commits = lake.commits(table);

    // Then
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.commits(table) == commits);
  }

  @Test
  void theSyncEndsWithTheOldColumn() {
    // Given
    String table = lake.people();
    Plan plan = rename(table, Duration.ZERO);
    wire.complete(plan);

    // When
    lake.table(table).updateSchema().deleteColumn("fname").commit();
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS given_name, 3::INT AS code");
    int commits = lake.commits(table);

    // Then
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.commits(table) == commits);
    assertThat(lake.rows().read(table, "id, given_name")).containsExactly("1 Ann", "2 Bob", "3 Cy");
  }

  @Test
  void theContractionTakesTheLastValuesAlongAndEndsTheSync() {
    // Given
    String table = lake.people();
    wire.complete(rename(table, Duration.ZERO));
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 3::INT AS code");

    // When
    wire.complete(contraction(table, Duration.ZERO));
    lake.rows().append(table, "SELECT 4::BIGINT AS id, 'Di' AS given_name, 4::INT AS code");
    int commits = lake.commits(table);

    // Then
    assertThat(lake.rows().read(table, "id, given_name"))
        .containsExactly("1 Ann", "2 Bob", "3 Cy", "4 Di");
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.commits(table) == commits);
  }

  @Test
  void aContractionIsRefutedWhereARowHoldsTwoValues() {
    // Given
    String table = lake.people();
    wire.complete(rename(table, Duration.ZERO));
    lake.rows()
        .append(
            table, "SELECT 3::BIGINT AS id, 'Cy' AS fname, 'Cyd' AS given_name, 3::INT AS code");

    // When
    Plan contraction = contraction(table, Duration.ZERO);
    wire.send(contraction);
    JsonNode ended = wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, contraction.deploymentId());

    // Then
    assertThat(ended.path("reason").asText())
        .contains("1 row(s) of " + table + " hold different values in fname and given_name");
    assertThat(lake.rows().read(table, BOTH)).contains("3 Cy Cyd");
  }

  @Test
  void aContractionTakenBackKeepsTheColumnsInStepAgain() {
    // Given
    String table = lake.people();
    wire.complete(rename(table, Duration.ZERO));
    Plan contraction = contraction(table, LONG);
    wire.reach(contraction, DeploymentState.SOAKING);
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 'Cy' AS given_name, 3::INT AS code");

    // When
    wire.rollBack(contraction);
    lake.rows().append(table, "SELECT 4::BIGINT AS id, 'Di' AS fname, 4::INT AS code");

    // Then
    awaitRows(table, "1 Ann Ann", "2 Bob Bob", "3 Cy Cy", "4 Di Di");
  }

  private Plan contraction(String table, Duration soak) {
    return lake.plan(table)
        .step(Phase.MIGRATE, StepKind.DROP_COLUMN, table, new DropColumn("fname"))
        .soak(soak)
        .build();
  }

  private void awaitRows(String table, String... rows) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.rows().read(table, BOTH).equals(List.of(rows)));
  }

  private Plan rename(String table, Duration soak) {
    return lake.plan(table)
        .addColumn(table, "given_name", "string")
        .copyColumn(table, "fname", "given_name")
        .step(
            Phase.MIGRATE,
            StepKind.DEPRECATE,
            table,
            new Deprecate("fname", "given_name", "use given_name"))
        .soak(soak)
        .build();
  }

  @Test
  void aNarrowedColumnIsTakenBackWithTheRowsWrittenSince() {
    // Given
    String table = lake.people();
    Plan plan =
        lake.plan(table)
            .addColumn(table, "code_new", "bigint")
            .step(
                Phase.MIGRATE,
                StepKind.BACKFILL,
                table,
                new CopyColumn("price", "code_new", "bigint", "set_null", false))
            .step(
                Phase.MIGRATE,
                StepKind.SWAP_NAMES,
                table,
                new SwapNames("price", "code_new", "price_old"))
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.SOAKING);
    lake.rows().append(table, "SELECT 3::BIGINT AS id, 30::BIGINT AS price, 3::INT AS code");

    // When
    wire.rollBack(plan);

    // Then
    assertThat(lake.columns(table)).contains("price float").hasSize(5);
    assertThat(lake.rows().read(table, "id, price")).containsExactly("1 1.5", "2 2.0", "3 30.0");
  }
}
