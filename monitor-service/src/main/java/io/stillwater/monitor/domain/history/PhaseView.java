package io.stillwater.monitor.domain.history;

import io.stillwater.events.plan.Phase;
import java.time.Duration;
import java.time.Instant;

/** How far a phase has come; {@code duration} while it runs is up to the latest event. */
public record PhaseView(
    Phase phase, Progress state, Instant startedAt, Instant finishedAt, Duration duration) {}
