package io.stillwater.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedPlansTest {
  private static final Plan PLAN =
      ExamplePlans.pinnedTo(new Pin("lake.sales.orders", "u1", 0, 811L, 0));

  @Test
  void anUnreadableCatalogRefusesWithItsMessage() {
    // When
    Plan plan =
        RefusedPlans.unreadable(
            ExamplePlans.RELEASE, "0123456789abcdef", "catalog lake could not be read");

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(plan.planId()).isEqualTo("p-0123456789ab");
    assertThat(plan.findings())
        .singleElement()
        .returns(Severity.ERROR, Finding::severity)
        .returns("catalog lake could not be read", Finding::message);
  }

  @Test
  void aPlanThatIsTooLargeGivesUpItsStepsFirstItsVerdictsNextAndItsPinsLast() {
    // When
    List<Plan> plans = RefusedPlans.tooLarge(PLAN, 2_000_000, 1_048_576);

    // Then
    assertThat(plans)
        .hasSize(3)
        .allSatisfy(
            plan -> {
              assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
              assertThat(plan.planId()).isEqualTo(PLAN.planId());
              assertThat(plan.deploymentId()).isEqualTo(PLAN.deploymentId());
              assertThat(plan.phases()).isEmpty();
              assertThat(plan.findings().get(0).message())
                  .isEqualTo("the plan has 2000000 bytes; an event can hold 1048576");
            });
    assertThat(plans.get(0).changes()).isEqualTo(PLAN.changes());
    assertThat(plans.get(1).changes()).isEmpty();
    assertThat(plans.get(1).pinned()).isEqualTo(PLAN.pinned());
    assertThat(plans.get(2).pinned()).isEmpty();
  }
}
