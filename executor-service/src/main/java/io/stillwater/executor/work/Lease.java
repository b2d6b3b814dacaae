package io.stillwater.executor.work;

/**
 * The right to work on one item.
 *
 * @param token grows with every lease of the item, so that a lost lease is known
 */
public record Lease(WorkKind kind, String id, long token) {}
