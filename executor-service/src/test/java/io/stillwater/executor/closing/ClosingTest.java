package io.stillwater.executor.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventTypes;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.Plans;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import org.apache.iceberg.TableProperties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ExecutorTest
class ClosingTest {
  private static final String MAX_AGE = TableProperties.MAX_SNAPSHOT_AGE_MS;
  private static final StepArguments.Retain KEEP = new StepArguments.Retain(Duration.ofDays(30));

  @Inject Wire wire;
  @Inject TestLake lake;

  @Test
  void marksGoWithTheEndAndTagsStayWhileTheRollbackWindowLasts() {
    // Given
    String table = lake.people();
    Plan plan = tagged(table, Duration.ofDays(7));

    // When
    wire.complete(plan);

    // Then
    assertThat(lake.marks(table)).isEmpty();
    assertThat(lake.table(table).refs()).containsKey("stillwater-" + plan.deploymentId());
  }

  @Test
  void tagsGoWhenTheRollbackWindowHasEnded() {
    // Given
    String table = lake.people();
    Plan plan = tagged(table, Duration.ofSeconds(1));

    // When
    wire.complete(plan);

    // Then
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lake.table(table).refs().keySet().equals(java.util.Set.of("main")));
  }

  @Test
  void aRaisedRetentionGoesInTheCommitThatRemovesTheMarks() {
    // Given
    String unset = lake.people();
    String lower = lake.people();
    lake.table(lower).updateProperties().set(MAX_AGE, "60000").commit();
    String changedMeanwhile = lake.people();
    Plan plan =
        Plans.plan()
            .step(Phase.PROTECT, StepKind.RETAIN, unset, KEEP)
            .step(Phase.PROTECT, StepKind.RETAIN, lower, KEEP)
            .step(Phase.PROTECT, StepKind.RETAIN, changedMeanwhile, KEEP)
            .soakUntilTold()
            .build();
    wire.reach(plan, DeploymentState.SOAKING);
    String raised = lake.table(unset).properties().get(MAX_AGE);
    lake.table(changedMeanwhile).updateProperties().set(MAX_AGE, "120000").commit();
    int commits = lake.commits(unset);

    // When
    wire.command(EventTypes.PROMOTE, plan.deploymentId());
    wire.await(EventTypes.DEPLOYMENT_COMPLETED, plan.deploymentId());

    // Then
    assertThat(raised).isEqualTo("" + KEEP.keep().toMillis());
    assertThat(lake.table(unset).properties()).doesNotContainKey(MAX_AGE);
    assertThat(lake.table(lower).properties()).containsEntry(MAX_AGE, "60000");
    assertThat(lake.table(changedMeanwhile).properties()).containsEntry(MAX_AGE, "120000");
    assertThat(lake.marks(unset)).isEmpty();
    assertThat(lake.commits(unset)).isEqualTo(commits + 1);

    // And when
    wire.rollBack(plan);

    // Then
    assertThat(lake.table(changedMeanwhile).properties()).containsEntry(MAX_AGE, "120000");
    assertThat(lake.table(unset).properties()).doesNotContainKey(MAX_AGE);
  }

  private Plan tagged(String table, Duration window) {
    return lake.plan(table)
        .rollbackWindow(window)
        .step(Phase.PROTECT, StepKind.TAG, table, new StepArguments.Tag(Duration.ofDays(7)))
        .addColumn(table, "added", "double")
        .soak(Duration.ZERO)
        .build();
  }
}
