package io.stillwater.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stillwater.events.release.DocumentError;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;

/**
 * The body of an error (RFC 9457).
 *
 * @param title what kind of error, the same for every case of its status
 * @param detail what is wrong with this request and what to do
 * @param errors what is wrong with the document, one by one; absent where none was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, List<DocumentError> errors) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** RFC 9457: the status says all there is to say of the kind. */
  private static final String NO_TYPE = "about:blank";

  /** An answer that is a problem. */
  public static Response response(StatusType status, String detail) {
    return response(status, detail, null);
  }

  static Response response(StatusType status, String detail, List<DocumentError> errors) {
    Problem problem =
        new Problem(NO_TYPE, status.getReasonPhrase(), status.getStatusCode(), detail, errors);
    return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
  }
}
