package io.stillwater.lakehouse.engine;

/**
 * @param committed false when there was nothing to do, or the step's commit was there already
 * @param copied rows whose target was set from the source
 * @param copiedBack rows whose source was set from the target
 * @param conflicts rows that hold two different values and were left alone
 * @param invalid rows whose value did not fit and became NULL
 * @param syncedSnapshotId up to where the two columns agree, conflicts aside; null for a table
 *     without data
 */
public record CopyOutcome(
    boolean committed,
    int filesRewritten,
    long copied,
    long copiedBack,
    long conflicts,
    long invalid,
    Long syncedSnapshotId) {}
