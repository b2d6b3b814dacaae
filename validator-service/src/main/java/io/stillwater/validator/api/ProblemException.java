package io.stillwater.validator.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/** Ends a request with a {@link Problem}. */
final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  private ProblemException(Status status, String detail) {
    super(detail, Problem.response(status, detail));
  }

  static ProblemException unknownDeployment(String id) {
    return new ProblemException(
        Status.NOT_FOUND, "No checks of a deployment " + id + " were asked for");
  }
}
