package io.stillwater.planner.api;

import io.stillwater.events.release.DocumentError;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** A request that is answered with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Status status, String detail, List<DocumentError> errors) {
    super(detail);
    this.problem = new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, errors);
  }

  public static ProblemException of(Status status, String detail) {
    return new ProblemException(status, detail, null);
  }

  /** A document that cannot be read or keeps not to its grammar. */
  public static ProblemException invalid(List<DocumentError> errors) {
    String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
    return new ProblemException(
        Status.BAD_REQUEST, "the request has " + count + "; see errors", List.copyOf(errors));
  }

  public Problem problem() {
    return problem;
  }
}
