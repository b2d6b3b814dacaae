package io.stillwater.events.plan;

import java.time.Duration;

/**
 * @param approvalRequired whether the deployment waits for {@code approve}
 * @param reason the rule that says so, in words
 * @param rollbackWindow how long after completion {@code rollback} is promised
 */
public record Policy(boolean approvalRequired, String reason, Duration rollbackWindow) {}
