package io.stillwater.monitor.api;

import io.stillwater.events.command.Command.Scope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is asked of a deployment.
 *
 * @param command approve, pause, resume, promote, abort, rollback or retry
 */
public record CommandRequest(
    @NotBlank(message = "is missing") String command,
    @Size(max = 4000, message = "may have 4,000 characters") String reason,
    @Size(max = 200, message = "may have 200 characters") String actor,
    Scope scope,
    Boolean full) {}
