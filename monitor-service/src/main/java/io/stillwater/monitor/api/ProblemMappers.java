package io.stillwater.monitor.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of the API is a {@link Problem}, also those that the framework finds. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response onWebApplicationException(WebApplicationException e) {
    Response response = e.getResponse();
    if (response.hasEntity()) {
      return response;
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return onJson(json);
    }
    String title = response.getStatusInfo().getReasonPhrase();
    return Problem.response(response.getStatus(), title, e.getMessage());
  }

  /** Named by itself because the framework has a mapper of its own for it. */
  @ServerExceptionMapper
  public Response onMismatch(MismatchedInputException e) {
    return onJson(e);
  }

  @ServerExceptionMapper
  public Response onJson(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return Problem.response(
        Status.BAD_REQUEST,
        "The body is not the JSON expected" + where + ": " + e.getOriginalMessage());
  }

  @ServerExceptionMapper
  public Response onAnythingElse(RuntimeException e) {
    LOG.error("A request failed", e);
    return Problem.response(
        Status.INTERNAL_SERVER_ERROR, "The monitor could not answer; its log says why");
  }
}
