package io.stillwater.service.problem;

import io.stillwater.events.release.DocumentError;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  private ProblemException(Status status, String detail, List<DocumentError> errors) {
    super(detail, Problem.response(status, detail, errors));
  }

  public static ProblemException of(Status status, String detail) {
    return new ProblemException(status, detail, null);
  }

  public static ProblemException badRequest(String detail) {
    return of(Status.BAD_REQUEST, detail);
  }

  public static ProblemException notFound(String detail) {
    return of(Status.NOT_FOUND, detail);
  }

  /** A document that cannot be read or keeps not to its grammar. */
  public static ProblemException invalid(List<DocumentError> errors) {
    String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
    return new ProblemException(
        Status.BAD_REQUEST, "the request has " + count + "; see errors", List.copyOf(errors));
  }
}
