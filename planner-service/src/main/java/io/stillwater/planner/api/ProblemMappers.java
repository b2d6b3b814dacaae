package io.stillwater.planner.api;

import io.stillwater.planner.messaging.TooLargeException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as {@code application/problem+json}, whoever found it. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response ours(ProblemException e) {
    return answer(e.problem());
  }

  @ServerExceptionMapper
  public Response tooLarge(TooLargeException e) {
    return answer(
        ProblemException.of(Response.Status.REQUEST_ENTITY_TOO_LARGE, e.getMessage()).problem());
  }

  /** What the REST layer finds itself: no such path, method or media type. */
  @ServerExceptionMapper
  public Response framework(WebApplicationException e) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    return answer(
        new Problem(status.getReasonPhrase(), status.getStatusCode(), e.getMessage(), null));
  }

  @ServerExceptionMapper
  public Response unexpected(RuntimeException e) {
    LOG.error("request failed", e);
    return answer(
        new Problem(
            Response.Status.INTERNAL_SERVER_ERROR.getReasonPhrase(),
            Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
            "the planner could not do this; its log says why",
            null));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
