package io.stillwater.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.Event;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The events that the command line sends. */
public final class CliEvents {
  public static final URI SOURCE = URI.create("/stillwater/cli");

  private CliEvents() {}

  public static Event<Command> command(EventType<Command> type, Command command) {
    return new Event<>(
        type,
        SOURCE,
        UUID.randomUUID().toString(),
        command.deploymentId(),
        command.deploymentId(),
        Instant.now(),
        Map.of(
            EventExtensions.DEPLOYMENT_ID, command.deploymentId(),
            EventExtensions.ACTOR, command.actor()),
        command);
  }

  /**
   * @param id of the request, from which the deployment id follows
   * @param key environment and name of the release
   */
  public static Event<JsonNode> release(
      String id, String key, String deploymentId, JsonNode document) {
    return new Event<>(
        EventTypes.RELEASE_REQUESTED,
        SOURCE,
        id,
        key,
        deploymentId,
        Instant.now(),
        Map.of(EventExtensions.DEPLOYMENT_ID, deploymentId, EventExtensions.ACTOR, actor()),
        document);
  }

  /** Who sits at the command line. */
  public static String actor() {
    return System.getProperty("user.name", "cli");
  }
}
