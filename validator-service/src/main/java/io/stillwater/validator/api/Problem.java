package io.stillwater.validator.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/** An error as RFC 9457 has it. */
public record Problem(String type, String title, int status, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Response response(StatusType status, String detail) {
    Problem problem =
        new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
    return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
  }
}
