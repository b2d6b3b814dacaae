package io.stillwater.events.plan;

/**
 * The state of one table that the plan was made for.
 *
 * @param snapshotId null for a table without data
 * @param formatVersion null in plans of before it was pinned, and for a table that is not there
 * @param format ICEBERG, DELTA, HUDI or HIVE; null in plans of before it was shown
 * @param catalogType what keeps the table, e.g. REST or JDBC; null where unknown
 */
public record Pin(
    String table,
    String uuid,
    Integer schemaId,
    Long snapshotId,
    Integer specId,
    Integer formatVersion,
    String format,
    String catalogType) {

  /** Without what is only shown. */
  public Pin(
      String table,
      String uuid,
      Integer schemaId,
      Long snapshotId,
      Integer specId,
      Integer formatVersion) {
    this(table, uuid, schemaId, snapshotId, specId, formatVersion, null, null);
  }

  public Pin(String table, String uuid, Integer schemaId, Long snapshotId, Integer specId) {
    this(table, uuid, schemaId, snapshotId, specId, null);
  }
}
