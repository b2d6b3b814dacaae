package io.stillwater.planner.messaging;

/** What was to be published fits into no record. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
