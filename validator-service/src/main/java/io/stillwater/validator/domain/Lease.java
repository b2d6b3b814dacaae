package io.stillwater.validator.domain;

/**
 * The right to answer one request.
 *
 * @param token grows with every lease of the request, so that a lost lease is known
 */
public record Lease(RequestKey key, long token) {}
