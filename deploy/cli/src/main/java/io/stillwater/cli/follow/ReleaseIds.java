package io.stillwater.cli.follow;

import io.stillwater.events.DeploymentIds;
import java.util.UUID;

/** What a request is known by: the id of its event, and the deployment id that follows from it. */
public record ReleaseIds(String requestId, String deploymentId) {

  /** Of a new request by this command line. */
  public static ReleaseIds fresh() {
    String requestId = UUID.randomUUID().toString();
    return new ReleaseIds(requestId, DeploymentIds.of(CliEvents.SOURCE, requestId));
  }
}
