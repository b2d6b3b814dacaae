package io.stillwater.events.plan;

/**
 * The state of one table that the plan was made for.
 *
 * @param snapshotId null for a table without data
 * @param formatVersion null in plans of before it was pinned, and for a table that is not there
 */
public record Pin(
    String table,
    String uuid,
    Integer schemaId,
    Long snapshotId,
    Integer specId,
    Integer formatVersion) {
  public Pin(String table, String uuid, Integer schemaId, Long snapshotId, Integer specId) {
    this(table, uuid, schemaId, snapshotId, specId, null);
  }
}
