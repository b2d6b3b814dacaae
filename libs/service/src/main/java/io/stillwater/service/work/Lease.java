package io.stillwater.service.work;

/**
 * The right to work on one item.
 *
 * @param token grows with every lease of the item, so that a lost lease is known
 */
public record Lease<K>(K key, long token) {}
