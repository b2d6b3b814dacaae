package io.stillwater.planner.persistence;

import io.stillwater.events.plan.Plan;
import java.time.Instant;

/** The plan of a deployment that is COMPLETED. */
public record CompletedPlan(Plan plan, Instant completedAt) {}
