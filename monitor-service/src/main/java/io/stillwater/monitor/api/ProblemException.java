package io.stillwater.monitor.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  private ProblemException(Status status, String detail) {
    super(detail, Problem.response(status, detail));
  }

  static ProblemException badRequest(String detail) {
    return new ProblemException(Status.BAD_REQUEST, detail);
  }

  static ProblemException unknownDeployment(String deploymentId) {
    return new ProblemException(
        Status.NOT_FOUND,
        "No deployment " + deploymentId + " is known; GET /deployments lists those that are");
  }
}
