package io.stillwater.planner.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.DeploymentIds;
import io.stillwater.events.EventExtensions;
import io.stillwater.events.EventTypes;
import io.stillwater.messaging.Outbox;
import io.stillwater.messaging.OutgoingEvent;
import io.stillwater.messaging.RecordLimits;
import io.stillwater.planning.release.Release;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes releases that came by REST, as CI would. */
@ApplicationScoped
public class ReleasePublisher {
  private final Outbox outbox;
  private final URI source;

  ReleasePublisher(Outbox outbox, @ConfigProperty(name = "stillwater.service") String service) {
    this.outbox = outbox;
    this.source = URI.create("/stillwater/" + service);
  }

  /**
   * @throws TooLargeException when no event can hold the document
   */
  @Transactional
  public ReleaseAccepted publish(JsonNode document, Release release) {
    JsonNode json = withVersionAsText(document, release);
    int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > RecordLimits.VALUE) {
      throw new TooLargeException(
          "the release has %d bytes as JSON; an event can hold %d: split it"
              .formatted(bytes, RecordLimits.VALUE));
    }
    String id = UUID.randomUUID().toString();
    String deployment = DeploymentIds.of(source, id);
    outbox.publish(
        OutgoingEvent.of(
                EventTypes.RELEASE_REQUESTED, ReleaseKey.of(json, deployment), deployment, json)
            .withId(id)
            .withExtension(EventExtensions.ENVIRONMENT, release.ref().environment()));
    return new ReleaseAccepted(id, deployment);
  }

  /** YAML's {@code version: 3.10} is a number that JSON would shorten: it stays as written. */
  private static JsonNode withVersionAsText(JsonNode document, Release release) {
    JsonNode json = document.deepCopy();
    ((ObjectNode) json.path("metadata")).put("version", release.ref().version());
    return json;
  }
}
