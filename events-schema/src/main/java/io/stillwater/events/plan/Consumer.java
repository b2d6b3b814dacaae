package io.stillwater.events.plan;

import java.time.LocalDate;

/**
 * Who reads what a change touches.
 *
 * @param kind QUERY, VIEW, MATERIALIZED_VIEW, DBT_MODEL, DASHBOARD, EXPOSURE, STREAM, JOB, SCAN
 * @param owner who answers for it; null where unknown
 * @param lastSeen the last day (UTC) on which it was seen to read or to stand; null where unknown
 */
public record Consumer(
    String kind,
    String name,
    String owner,
    LocalDate lastSeen,
    ConsumerVerdict verdict,
    String evidence) {}
