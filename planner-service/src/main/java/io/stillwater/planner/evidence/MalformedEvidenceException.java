package io.stillwater.planner.evidence;

/** A record or document that is not what its source sends. */
public final class MalformedEvidenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedEvidenceException(String message) {
    super(message);
  }

  public MalformedEvidenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
