package io.stillwater.events.plan;

import java.time.Duration;
import java.util.List;

/**
 * @param approvalRequired whether the deployment waits for {@code approve}
 * @param reason the rule that says so, in words
 * @param rollbackWindow how long after completion {@code rollback} is promised
 * @param approvers the actors whose {@code approve} counts; empty for all
 */
public record Policy(
    boolean approvalRequired, String reason, Duration rollbackWindow, List<String> approvers) {
  public Policy {
    approvers = Plan.copy(approvers);
  }
}
