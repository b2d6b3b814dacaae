package io.stillwater.monitor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** An error as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Response response(Status status, String detail) {
    return response(status.getStatusCode(), status.getReasonPhrase(), detail);
  }

  static Response response(int status, String title, String detail) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(new Problem("about:blank", title, status, detail))
        .build();
  }
}
