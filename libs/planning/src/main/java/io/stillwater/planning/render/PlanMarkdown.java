package io.stillwater.planning.render;

import io.stillwater.events.plan.Plan;

/** A plan for a comment on a pull request. */
public final class PlanMarkdown {
  private PlanMarkdown() {}

  public static String render(Plan plan) {
    return new MarkdownPlan(plan).render();
  }
}
