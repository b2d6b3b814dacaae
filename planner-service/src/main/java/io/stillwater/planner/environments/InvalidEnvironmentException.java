package io.stillwater.planner.environments;

/** An environment's file that cannot be used: the service does not start with rules half read. */
public final class InvalidEnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidEnvironmentException(String message) {
    super(message);
  }

  InvalidEnvironmentException(String message, Exception cause) {
    super(message, cause);
  }
}
