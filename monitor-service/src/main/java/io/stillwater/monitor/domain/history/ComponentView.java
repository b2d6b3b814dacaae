package io.stillwater.monitor.domain.history;

import java.time.Instant;

/** A component of the release; the versions are known once it has changed. */
public record ComponentView(String name, String version, String previousVersion, Instant at) {}
