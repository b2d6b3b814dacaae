package io.stillwater.monitor.domain.history;

import java.time.Instant;

/**
 * A command and its answer.
 *
 * @param answer ACCEPTED or REJECTED, null while the executor has not answered
 */
public record CommandView(
    String commandId,
    String command,
    String actor,
    String reason,
    Instant at,
    String answer,
    String answerReason) {
  CommandView answered(String newAnswer, String why) {
    return new CommandView(commandId, command, actor, reason, at, newAnswer, why);
  }
}
