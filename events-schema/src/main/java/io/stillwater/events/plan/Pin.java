package io.stillwater.events.plan;

/**
 * The state of one table that the plan was made for.
 *
 * @param snapshotId null for a table without data
 */
public record Pin(String table, String uuid, Integer schemaId, Long snapshotId, Integer specId) {}
