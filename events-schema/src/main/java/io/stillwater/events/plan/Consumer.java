package io.stillwater.events.plan;

/**
 * Who reads what a change touches.
 *
 * @param kind VIEW, MATERIALIZED_VIEW, DBT_MODEL, DASHBOARD, STREAM, QUERY
 */
public record Consumer(String kind, String name, ConsumerVerdict verdict, String evidence) {}
