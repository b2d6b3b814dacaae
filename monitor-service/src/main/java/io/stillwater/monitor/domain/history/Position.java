package io.stillwater.monitor.domain.history;

import java.time.Instant;

/** The last deployment of a page: the next one continues behind it. */
public record Position(Instant startedAt, String deploymentId) {}
