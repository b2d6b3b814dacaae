package io.stillwater.validator.api;

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
    return response.hasEntity()
        ? response
        : Problem.response(response.getStatusInfo(), e.getMessage());
  }

  @ServerExceptionMapper
  public Response onAnythingElse(RuntimeException e) {
    LOG.error("A request failed", e);
    return Problem.response(
        Status.INTERNAL_SERVER_ERROR, "The validator could not answer; its log says why");
  }
}
