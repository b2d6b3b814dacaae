package io.stillwater.planner.api;

import io.stillwater.service.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Documents above 5 MB are refused before they are read; with their length said, or once known.
 * Only manifests of dbt are larger: they are read as a stream, up to what the server lets through.
 */
public class BodyLimit {
  static final int MAX_BYTES = 5 * 1024 * 1024;

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().endsWith(EvidenceResource.MANIFESTS)) {
      check(request.getLength());
    }
  }

  static void check(long bytes) {
    if (bytes > MAX_BYTES) {
      throw ProblemException.of(
          Status.REQUEST_ENTITY_TOO_LARGE,
          "the request has %d bytes; a document may have %d".formatted(bytes, MAX_BYTES));
    }
  }
}
