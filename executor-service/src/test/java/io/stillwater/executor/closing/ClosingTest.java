package io.stillwater.executor.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.fixture.ExecutorTest;
import io.stillwater.executor.fixture.TestLake;
import io.stillwater.executor.fixture.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@ExecutorTest
class ClosingTest {
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

  private Plan tagged(String table, Duration window) {
    return lake.plan(table)
        .rollbackWindow(window)
        .step(Phase.PROTECT, StepKind.TAG, table, new StepArguments.Tag(Duration.ofDays(7)))
        .addColumn(table, "added", "double")
        .soak(Duration.ZERO)
        .build();
  }
}
