package io.stillwater.events.plan;

/** Whether the plan may be applied. */
public enum PlanStatus {
  PLANNED,
  REFUSED
}
