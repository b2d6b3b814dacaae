package io.stillwater.planner.evidence;

import io.stillwater.planning.consumers.Reader;
import java.time.Instant;

/**
 * A reader with how often and when it was seen.
 *
 * @param uses at least so many events since the time asked for: those of one minute may count once;
 *     0 for what is defined on the table
 * @param lastSeen to the minute
 */
public record Sighting(Reader reader, long uses, Instant lastSeen) {}
