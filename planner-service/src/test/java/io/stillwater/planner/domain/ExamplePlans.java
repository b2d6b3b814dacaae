package io.stillwater.planner.domain;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.PhasePlan;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Summary;
import io.stillwater.events.plan.Undo;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.events.release.ReleaseRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plan of one added column. */
public final class ExamplePlans {
  public static final ReleaseRef RELEASE = new ReleaseRef("discounts", "v1", "testing");

  private ExamplePlans() {}

  public static Plan pinnedTo(Pin pin) {
    ChangeVerdict change =
        new ChangeVerdict(
            pin.table(),
            "add_column",
            "x",
            Classification.SAFE,
            Cost.METADATA,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    Step soak =
        new Step(
            "s1",
            StepKind.SOAK,
            "discounts",
            "Watch",
            new StepArguments.Soak(Duration.ofSeconds(10)),
            Map.of(),
            null,
            List.of(),
            new Undo(UndoKind.NONE, Map.of(), null),
            false);
    return new Plan(
        "p-1",
        "r-1",
        "d-1",
        RELEASE,
        PlanStatus.PLANNED,
        Risk.LOW,
        new Summary(1, 0, 0, 0),
        List.of(change),
        List.of(),
        List.of(new PhasePlan(Phase.SOAK, List.of(soak))),
        List.of(),
        List.of(pin),
        null,
        null);
  }
}
