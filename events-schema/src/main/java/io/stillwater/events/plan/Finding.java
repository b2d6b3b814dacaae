package io.stillwater.events.plan;

/**
 * @param code stable, documented, may be acknowledged unless the severity is ERROR
 * @param evidence what was seen that says so
 * @param fix what to do about it
 */
public record Finding(
    String code, Severity severity, String message, String evidence, String fix) {}
