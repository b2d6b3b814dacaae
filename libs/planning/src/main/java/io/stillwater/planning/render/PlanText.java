package io.stillwater.planning.render;

import io.stillwater.events.plan.Plan;

/** A plan for a terminal. */
public final class PlanText {
  private PlanText() {}

  /**
   * @param colour whether the terminal shows colours
   */
  public static String render(Plan plan, boolean colour) {
    return new TextPlan(plan, new Colours(colour)).render();
  }
}
