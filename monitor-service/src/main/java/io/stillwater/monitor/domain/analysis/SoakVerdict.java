package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.check.VerdictAction;

/** How the soak ended, and why, in words. */
public record SoakVerdict(VerdictAction action, String reason) {}
