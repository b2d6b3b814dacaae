package io.stillwater.lakehouse.iceberg;

/**
 * @param applied false when the table already carried the step's stamp, or had none to take back
 * @param schemaIdBefore of the metadata that the commit replaced; of the present ones when nothing
 *     was applied
 * @param snapshotId null for a table without data
 */
public record CommitOutcome(
    boolean applied, int schemaIdBefore, int schemaIdAfter, Long snapshotId) {}
