package io.stillwater.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every error of an API is a {@link Problem}, also those that the framework finds. A service with
 * an exception of its own adds a mapper for it and answers with {@link Problem#response}.
 */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final String service;

  public ProblemMappers(@ConfigProperty(name = "stillwater.service") String service) {
    this.service = service;
  }

  @ServerExceptionMapper
  public Response onWebApplicationException(WebApplicationException e) {
    Response response = e.getResponse();
    if (response.hasEntity()) {
      return response;
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return onJson(json);
    }
    return Problem.response(response.getStatusInfo(), e.getMessage());
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
        Status.INTERNAL_SERVER_ERROR,
        "The %s could not answer; its log says why".formatted(service));
  }
}
