package io.stillwater.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplannedTest {
  @Test
  void thePlanIsLedByWhatMovedAndKeepsItsOtherFindings() {
    // Given
    Finding other = new Finding("SW201", Severity.WARNING, "readers", null, null);
    Plan now = plan(1).withFindings(List.of(other));

    // When
    Plan replanned = Replanned.plan(plan(0), now, "the schema moved");

    // Then
    assertThat(replanned.findings()).hasSize(2).last().isEqualTo(other);
    assertThat(replanned.findings().get(0).message())
        .isEqualTo("planned anew: lake.sales.orders: schema 0 became 1");
    assertThat(replanned.findings().get(0).evidence()).isEqualTo("the schema moved");
    assertThat(replanned.planId()).isEqualTo(now.planId());
  }

  @Test
  void aFalseAlarmIsCalledOne() {
    // When
    Plan replanned = Replanned.plan(plan(0), plan(0), "the schema moved");

    // Then
    assertThat(replanned.findings().get(0).message()).contains("no table moved");
  }

  private static Plan plan(int schemaId) {
    return ExamplePlans.pinnedTo(new Pin("lake.sales.orders", "u1", schemaId, null, 0));
  }
}
