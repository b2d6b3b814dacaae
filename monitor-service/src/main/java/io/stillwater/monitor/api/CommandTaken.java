package io.stillwater.monitor.api;

/**
 * The command is on its way; the executor answers with {@code command.accepted} or {@code
 * command.rejected}, which name the same {@code commandId}.
 */
public record CommandTaken(String commandId, String deploymentId) {}
