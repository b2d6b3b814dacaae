package io.stillwater.monitor.domain.analysis;

import io.stillwater.events.metrics.AnalysisUpdated.Standing;

/** How a test stands and why, in words with its numbers. */
public record Judgement(Standing standing, String verdict) {}
