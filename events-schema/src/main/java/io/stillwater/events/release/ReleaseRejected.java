package io.stillwater.events.release;

import java.util.List;

/** The answer to a release document that is invalid; nothing was planned. */
public record ReleaseRejected(String requestId, String deploymentId, List<DocumentError> errors) {
  public ReleaseRejected {
    errors = List.copyOf(errors);
  }
}
