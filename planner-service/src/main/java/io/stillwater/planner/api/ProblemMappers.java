package io.stillwater.planner.api;

import io.stillwater.planner.messaging.TooLargeException;
import io.stillwater.service.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What only the planner answers as a problem. */
public class ProblemMappers {

  @ServerExceptionMapper
  public Response tooLarge(TooLargeException e) {
    return Problem.response(Status.REQUEST_ENTITY_TOO_LARGE, e.getMessage());
  }
}
