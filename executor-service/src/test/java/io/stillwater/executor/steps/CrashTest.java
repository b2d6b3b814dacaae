package io.stillwater.executor.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.fixture.DeadMachine;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.Plans;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExecutorTest
class CrashTest {
  @Inject Wire wire;
  @Inject TestLake lake;
  @Inject DeadMachine dead;
  @Inject DataSource database;

  static Stream<StepCase> cases() {
    return StepCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aKillBetweenCommitAndRecordingLeavesOneEffect(StepCase step) {
    // Given
    String table = step.freshTable() ? lake.freshName().toString() : lake.people();
    if (!step.freshTable()) {
      step.prepare().accept(lake.table(table));
    }
    Plan plan = awaitingApproval(table, step.kind(), step.arguments());

    // When
    dead.actAndDie(plan, Phase.EXPAND);
    int commits = lake.exists(table) ? lake.commits(table) : 0;
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);

    // Then
    assertThat(lake.exists(table) ? lake.commits(table) : 0).isEqualTo(commits);
    assertThat(wire.story(plan.deploymentId()))
        .containsOnlyOnce("step.completed s1 " + step.kind());
  }

  @Test
  void aKillAfterARenameOfATableLeavesItRenamedOnce() {
    // Given
    String table = lake.people();
    String renamed = lake.freshName().toString();
    Plan plan =
        awaitingApproval(table, StepKind.RENAME_TABLE, new StepArguments.RenameTable(renamed));

    // When
    dead.actAndDie(plan, Phase.EXPAND);
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);

    // Then
    assertThat(lake.exists(renamed)).isTrue();
    assertThat(wire.story(plan.deploymentId())).containsOnlyOnce("step.completed s1 RENAME_TABLE");
  }

  @Test
  void aKillAfterAViewWasCreatedLeavesOneView() {
    // Given
    String table = lake.people();
    String view = lake.freshName().toString();
    Plan plan =
        awaitingApproval(
            table,
            StepKind.CREATE_VIEW,
            new StepArguments.CreateView(view, Map.of("trino", lake.selection(table))));

    // When
    dead.actAndDie(plan, Phase.EXPAND);
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);

    // Then
    assertThat(lake.viewExists(view)).isTrue();
    assertThat(wire.story(plan.deploymentId())).containsOnlyOnce("step.completed s1 CREATE_VIEW");
  }

  @Test
  void aRollbackTakesBackAnEffectThatWasNeverRecorded() {
    // Given
    String table = lake.people();
    String before = lake.describe(table);
    Plan plan =
        awaitingApproval(
            table, StepKind.RENAME_COLUMN, new StepArguments.RenameColumn("fname", "given_name"));

    // When
    dead.actAndDie(plan, Phase.EXPAND, () -> rollBack(plan));
    wire.await(EventTypes.DEPLOYMENT_ROLLED_BACK, plan.deploymentId());

    // Then
    assertThat(lake.describe(table)).isEqualTo(before);
  }

  @Test
  void whatCannotBeRecordedIsNotToldEither() throws SQLException {
    // Given
    String table = lake.orders();
    Plan plan = lake.plan(table).addColumn(table, "discount_pct", "double").soakUntilTold().build();

    // When
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN IF NEW.state = 'DONE'"
              + " AND NEW.deployment_id = '"
              + plan.deploymentId()
              + "' THEN RAISE EXCEPTION 'the database refuses'; END IF; RETURN NEW; END $$"
              + " LANGUAGE plpgsql");
      statement.execute(
          "CREATE TRIGGER refuse BEFORE UPDATE ON step FOR EACH ROW EXECUTE FUNCTION refuse()");
    }
    wire.send(plan);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.marks(table).contains("stillwater.step.s1"));
    int commits = lake.commits(table);
    long toldTooEarly = wire.count(EventTypes.STEP_COMPLETED, plan.deploymentId());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER refuse ON step");
    }
    wire.awaitState(plan.deploymentId(), DeploymentState.SOAKING);

    // Then
    assertThat(toldTooEarly).isZero();
    assertThat(lake.commits(table)).isEqualTo(commits);
    assertThat(wire.count(EventTypes.STEP_COMPLETED, plan.deploymentId())).isEqualTo(1);
  }

  private void rollBack(Plan plan) {
    wire.answer(plan.deploymentId(), wire.command(EventTypes.ROLLBACK, plan.deploymentId()));
  }

  private Plan awaitingApproval(String table, StepKind kind, StepArguments arguments) {
    Plan plan =
        Plans.plan()
            .approvalRequired()
            .step(Phase.EXPAND, kind, table, arguments)
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.AWAITING_APPROVAL);
    return plan;
  }
}
