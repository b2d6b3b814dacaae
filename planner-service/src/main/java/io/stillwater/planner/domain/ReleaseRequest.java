package io.stillwater.planner.domain;

import io.stillwater.events.DeploymentIds;
import java.net.URI;
import java.time.Instant;

/**
 * A release that someone asked for.
 *
 * @param requestId the {@code ce_id} of the request
 * @param document the release document as JSON, as it came
 */
public record ReleaseRequest(
    String deploymentId, String requestId, URI source, String document, Instant receivedAt) {

  public static ReleaseRequest of(URI source, String eventId, String document, Instant at) {
    return new ReleaseRequest(DeploymentIds.of(source, eventId), eventId, source, document, at);
  }
}
