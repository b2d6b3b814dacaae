package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.check.VerdictAction;

/**
 * How the soak ended.
 *
 * @param reason in words; says whether a metric breached or too little was measured
 * @param breached whether a metric left its bounds
 */
public record SoakVerdict(VerdictAction action, String reason, boolean breached) {}
