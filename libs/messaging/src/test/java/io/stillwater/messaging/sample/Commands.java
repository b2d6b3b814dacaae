package io.stillwater.messaging.sample;

import io.stillwater.events.Topics;
import io.stillwater.testing.EventRecord;
import java.util.UUID;

/** Commands as a third-party client sends them. */
public final class Commands {
  public static final String APPROVE = "io.stillwater.command.approve.v1";
  public static final String ACCEPTED = "io.stillwater.command.accepted.v1";
  public static final String DEAD_LETTERS = Topics.COMMANDS + ".sample.dlq";

  private Commands() {}

  public static String newDeployment() {
    return "d-" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  public static EventRecord approve(String deployment, String reason) {
    return EventRecord.binary(Topics.COMMANDS, deployment, APPROVE, json(deployment, reason));
  }

  public static String json(String deployment, String reason) {
    return """
        {"deploymentId": "%s", "reason": "%s"}"""
        .formatted(deployment, reason);
  }
}
