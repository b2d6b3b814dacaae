package io.stillwater.planner.messaging;

import io.stillwater.events.plan.Plan;
import io.stillwater.messaging.RecordLimits;
import io.stillwater.planner.domain.RefusedPlans;
import io.stillwater.service.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plan that fits into one record. */
final class PublishablePlan {

  private PublishablePlan() {}

  /** The plan itself, or where it is too large a refused one that says so and keeps what fits. */
  static Plan of(Plan plan) {
    int size = size(plan);
    if (size <= RecordLimits.VALUE) {
      return plan;
    }
    List<Plan> smaller = RefusedPlans.tooLarge(plan, size, RecordLimits.VALUE);
    return smaller.stream()
        .filter(candidate -> size(candidate) <= RecordLimits.VALUE)
        .findFirst()
        .orElseGet(() -> smaller.get(smaller.size() - 1));
  }

  private static int size(Plan plan) {
    return JsonText.write(plan).getBytes(StandardCharsets.UTF_8).length;
  }
}
