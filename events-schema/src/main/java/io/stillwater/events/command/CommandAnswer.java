package io.stillwater.events.command;

/**
 * The executor's answer.
 *
 * @param commandId the {@code ce_id} of the command
 * @param command the verb
 * @param reason why it was rejected and what would be legal, or what it started
 */
public record CommandAnswer(String deploymentId, String commandId, String command, String reason) {}
