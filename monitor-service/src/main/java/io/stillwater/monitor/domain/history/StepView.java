package io.stillwater.monitor.domain.history;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import java.time.Duration;
import java.time.Instant;

/**
 * One step of the plan and what became of it.
 *
 * @param attempts the highest attempt seen, 0 before the first
 * @param detail what it found or did, in words
 * @param reason why it failed or was undone
 */
public record StepView(
    String id,
    StepKind kind,
    Phase phase,
    String target,
    String description,
    Progress state,
    int attempts,
    Instant startedAt,
    Instant finishedAt,
    Duration duration,
    String detail,
    String reason,
    Undo undo,
    boolean pointOfNoReturn) {}
