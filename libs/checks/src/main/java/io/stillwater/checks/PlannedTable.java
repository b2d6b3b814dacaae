package io.stillwater.checks;

import io.stillwater.lakehouse.TableName;

/**
 * The state of one table that the plan was made for.
 *
 * @param uuid null for a table that was not there; so are the ids that follow
 * @param snapshotId null for a table without data
 */
public record PlannedTable(
    TableName name, String uuid, Integer schemaId, Long snapshotId, Integer specId) {}
