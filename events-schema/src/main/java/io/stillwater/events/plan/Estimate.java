package io.stillwater.events.plan;

/**
 * What a change reads or writes of a table's data, at most, by the table's own metadata. Null parts
 * are not known.
 */
public record Estimate(Long rows, Long files, Long bytes) {}
