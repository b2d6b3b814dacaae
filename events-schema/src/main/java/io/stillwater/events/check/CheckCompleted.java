package io.stillwater.events.check;

/**
 * The result of one check.
 *
 * @param value what was measured, in words with its unit
 * @param limit what it was held against
 * @param detail in one sentence: what this means
 * @param evidence the query or call that was made
 */
public record CheckCompleted(
    String deploymentId,
    String checkId,
    String stage,
    int round,
    String name,
    String target,
    CheckStatus status,
    String value,
    String limit,
    String detail,
    String evidence,
    long durationMs) {}
